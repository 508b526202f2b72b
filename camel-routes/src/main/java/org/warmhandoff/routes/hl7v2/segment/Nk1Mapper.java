package org.warmhandoff.routes.hl7v2.segment;

import java.util.ArrayList;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Fields;

/** NK1 to RelatedPerson (v2-to-FHIR: Segment NK1 to RelatedPerson). */
public final class Nk1Mapper {

    private final RelatedPersons persons;

    public Nk1Mapper(RelatedPersons persons) {
        this.persons = persons;
    }

    public void map(Fields nk1, Reference patient) {
        nk1.skip(1);
        nk1.drop(37, "social security number");
        boolean reachable = nk1.has(4) || nk1.has(5) || nk1.has(6);
        if (!nk1.has(2) && !(nk1.has(3) && reachable)) {
            nk1.refuse(2, "missing");
            return;
        }
        RelatedPerson person = new RelatedPerson().setActive(true).setPatient(patient.copy());
        person.setName(new ArrayList<>(nk1.names(2)));
        person.setRelationship(new ArrayList<>(RelatedPersons.relationship(nk1, 3)));
        CodeableConcept role = nk1.coded(7, CodeTables.CONTACT_ROLE::concept);
        if (role != null) {
            person.addRelationship(role);
        }
        person.setAddress(new ArrayList<>(nk1.addresses(4)));
        nk1.telecoms(5, ContactPointUse.HOME).forEach(person::addTelecom);
        nk1.telecoms(6, ContactPointUse.WORK).forEach(person::addTelecom);
        nk1.telecoms(40, null).forEach(person::addTelecom);
        person.setPeriod(nk1.period(8, 9));
        person.setBirthDateElement(nk1.date(16));
        if (nk1.has(15)) {
            person.setGender(PidMapper.gender(nk1, 15));
        }
        person.setIdentifier(new ArrayList<>(nk1.personIdentifiers(33)));
        persons.add(person);
    }
}
