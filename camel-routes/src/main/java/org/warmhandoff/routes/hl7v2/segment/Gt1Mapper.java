package org.warmhandoff.routes.hl7v2.segment;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Account;
import org.hl7.fhir.r4.model.Account.AccountStatus;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.Fields;

/** GT1 to Account.guarantor and a RelatedPerson, PID-18 to Account.identifier; a map of our own, the guide has none. */
public final class Gt1Mapper {

    private final Translation translation;
    private final RelatedPersons persons;

    public Gt1Mapper(Translation translation, RelatedPersons persons) {
        this.translation = translation;
        this.persons = persons;
    }

    /** The account, if there is a guarantor or an account number. */
    @Nullable
    public Account map(List<Fields> gt1s, Fields pid, Reference patient) {
        Account account = new Account().setStatus(AccountStatus.ACTIVE);
        account.setIdentifier(new ArrayList<>(pid.identifiers(18)));
        for (Fields gt1 : gt1s) {
            mapGuarantor(gt1, patient, account);
        }
        if (!account.hasIdentifier() && !account.hasGuarantor()) {
            return null;
        }
        account.addSubject(patient.copy());
        translation.resources().add(translation.key("Account", 1), account);
        return account;
    }

    private void mapGuarantor(Fields gt1, Reference patient, Account account) {
        gt1.skip(1);
        gt1.drop(12, "social security number");
        Reference party = party(gt1, patient);
        if (party == null) {
            gt1.refuse(3, "missing");
        } else {
            account.addGuarantor().setParty(party).setPeriod(gt1.period(13, 14));
        }
    }

    private @Nullable Reference party(Fields gt1, Reference patient) {
        if (gt1.text(11).equals("SEL")) {
            gt1.skip(2, 3, 5, 6, 7, 8, 9, 10);
            return patient.copy();
        }
        if (gt1.has(3)) {
            return persons.add(person(gt1, patient));
        }
        return gt1.has(21) ? organization(gt1) : null;
    }

    private static RelatedPerson person(Fields gt1, Reference patient) {
        RelatedPerson person = new RelatedPerson().setActive(true).setPatient(patient.copy());
        person.setIdentifier(new ArrayList<>(gt1.personIdentifiers(2)));
        person.setName(new ArrayList<>(gt1.names(3)));
        person.setAddress(new ArrayList<>(gt1.addresses(5)));
        gt1.telecoms(6, ContactPointUse.HOME).forEach(person::addTelecom);
        gt1.telecoms(7, ContactPointUse.WORK).forEach(person::addTelecom);
        person.setBirthDateElement(gt1.date(8));
        if (gt1.has(9)) {
            person.setGender(PidMapper.gender(gt1, 9));
        }
        person.setRelationship(new ArrayList<>(RelatedPersons.relationship(gt1, 11)));
        return person;
    }

    private Reference organization(Fields gt1) {
        Organization organization = new Organization().setActive(true).setName(gt1.text(21));
        organization.setAddress(new ArrayList<>(gt1.addresses(5)));
        return translation.resources().add(translation.key("Guarantor", 1), organization);
    }
}
