package org.warmhandoff.routes.hl7v2.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterHospitalizationComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Location.LocationMode;
import org.hl7.fhir.r4.model.Location.LocationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Fields;

/** PV1 and PV2 to the Encounter at the sender (v2-to-FHIR: Segment PV1 and PV2 to Encounter). */
public final class Pv1Mapper {

    private final Translation translation;

    public Pv1Mapper(Translation translation) {
        this.translation = translation;
    }

    public Encounter map(Fields pv1, Fields pv2, Reference patient) {
        pv1.skip(1);
        Encounter encounter = new Encounter();
        encounter.setSubject(patient.copy()).setServiceProvider(Translation.to(translation.sender()));
        encounter.setClass_(patientClass(pv1));
        encounter.setPeriod(pv1.period(44, 45));
        encounter.setStatus(status(pv1, encounter));
        addTypes(pv1, encounter);
        encounter.setServiceType(pv1.concept(10, CodeTables.v2("0069")));
        addParticipants(pv1, 7, "ATND", "attender", encounter);
        addParticipants(pv1, 8, "REF", "referrer", encounter);
        addParticipants(pv1, 9, "CON", "consultant", encounter);
        addParticipants(pv1, 17, "ADM", "admitter", encounter);
        addNumbers(pv1, encounter);
        addHospitalization(pv1, encounter);
        addLocation(pv1, encounter);
        CodeableConcept reason = pv2.concept(3);
        if (reason != null) {
            encounter.addReasonCode(reason);
        }
        return encounter;
    }

    private static Coding patientClass(Fields pv1) {
        Coding known = pv1.coded(2, CodeTables.PATIENT_CLASS::coding);
        return known == null ? CodeTables.PATIENT_CLASS.coding("O").orElseThrow() : known;
    }

    private static EncounterStatus status(Fields pv1, Encounter encounter) {
        Period period = encounter.getPeriod();
        if (period.hasEnd()) {
            return EncounterStatus.FINISHED;
        }
        if (pv1.text(2).equals("P")) {
            return EncounterStatus.PLANNED;
        }
        return period.hasStart() ? EncounterStatus.INPROGRESS : EncounterStatus.UNKNOWN;
    }

    private static void addTypes(Fields pv1, Encounter encounter) {
        pv1.concepts(4, CodeTables.v2("0007")).forEach(encounter::addType);
        pv1.concepts(18, CodeTables.v2("0018")).forEach(encounter::addType);
        if (!encounter.hasType()) {
            encounter.addType().setText(encounter.getClass_().getDisplay());
        }
    }

    private void addParticipants(Fields pv1, int field, String code, String display, Encounter encounter) {
        for (Reference person : translation.practitioners().references(pv1, field)) {
            encounter
                    .addParticipant()
                    .addType(new CodeableConcept(new Coding(CodeSystems.PARTICIPATION_TYPE, code, display)))
                    .setIndividual(person);
        }
    }

    private static void addNumbers(Fields pv1, Encounter encounter) {
        for (Identifier number : pv1.identifiers(19)) {
            encounter.addIdentifier(
                    number.setType(CodeTables.IDENTIFIER_TYPE.concept("VN").orElseThrow()));
        }
        pv1.identifiers(50).forEach(encounter::addIdentifier);
    }

    private static void addHospitalization(Fields pv1, Encounter encounter) {
        EncounterHospitalizationComponent stay = new EncounterHospitalizationComponent();
        stay.setAdmitSource(pv1.concept(14, CodeTables.v2("0023")));
        stay.setDischargeDisposition(pv1.concept(36, CodeTables.v2("0112")));
        if (!stay.isEmpty()) {
            encounter.setHospitalization(stay);
        }
    }

    private void addLocation(Fields pv1, Encounter encounter) {
        String name = place(pv1);
        if (!name.isEmpty()) {
            Location location = new Location().setStatus(LocationStatus.ACTIVE).setMode(LocationMode.INSTANCE);
            location.setName(name).setManagingOrganization(Translation.to(translation.sender()));
            encounter.addLocation().setLocation(translation.resources().add("Location|" + name, location));
        }
    }

    /** PL: point of care, room and bed, or else the facility. */
    private static String place(Fields pv1) {
        StringJoiner place = new StringJoiner(" ");
        for (int component : List.of(1, 2, 3)) {
            if (!pv1.text(3, component).isEmpty()) {
                place.add(pv1.text(3, component));
            }
        }
        return place.length() == 0 ? pv1.text(3, 4) : place.toString();
    }

    /** The visit number tells the stay; without one there is one stay a referral. */
    public String key(Encounter encounter) {
        List<Identifier> numbers = new ArrayList<>(encounter.getIdentifier());
        return numbers.isEmpty()
                ? translation.key("Encounter", 1)
                : "Encounter|" + numbers.get(0).getSystem() + "|"
                        + numbers.get(0).getValue();
    }
}
