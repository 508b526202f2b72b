package org.warmhandoff.routes.hl7v2.print;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Practitioner;
import org.warmhandoff.routes.forward.ReferralContent;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;

/**
 * The stay at the sender to PV1 and PV2. Where there is none PV1-2 says so: the notes of the message come after PV1, else
 * they would be those of the last result.
 */
final class VisitPrinter {

    private VisitPrinter() {}

    static String print(ReferralContent content) {
        return content.all(Encounter.class).stream()
                .findFirst()
                .map(encounter -> pv1(content, encounter) + pv2(encounter))
                .orElseGet(() -> new Er7Line("PV1").set(1, "1").set(2, "N").print());
    }

    private static String pv1(ReferralContent content, Encounter encounter) {
        Er7Line pv1 = new Er7Line("PV1").set(1, "1");
        pv1.text(
                2,
                CodeTables.PATIENT_CLASS
                        .key(Er7Codes.text(encounter.getClass_().getCode()))
                        .orElse("U"));
        pv1.text(3, location(content, encounter).map(Location::getName).orElse(""));
        pv1.set(4, type(encounter, "0007"));
        pv1.repeat(7, people(content, encounter, "ATND"));
        pv1.repeat(8, people(content, encounter, "REF"));
        pv1.repeat(9, people(content, encounter, "CON"));
        pv1.set(10, encounter.hasServiceType() ? Er7Codes.cwe(encounter.getServiceType()) : "");
        pv1.set(14, code(encounter.getHospitalization().getAdmitSource()));
        pv1.repeat(17, people(content, encounter, "ADM"));
        pv1.set(18, type(encounter, "0018"));
        pv1.repeat(19, numbers(encounter, true));
        pv1.set(36, code(encounter.getHospitalization().getDischargeDisposition()));
        pv1.set(44, Er7Types.dtm(encounter.getPeriod().getStartElement()));
        pv1.set(45, Er7Types.dtm(encounter.getPeriod().getEndElement()));
        pv1.repeat(50, numbers(encounter, false));
        return pv1.print();
    }

    private static String pv2(Encounter encounter) {
        return encounter.getReasonCode().stream()
                .findFirst()
                .map(reason -> new Er7Line("PV2").set(3, Er7Codes.cwe(reason)).print())
                .orElse("");
    }

    private static Optional<Location> location(ReferralContent content, Encounter encounter) {
        return encounter.getLocation().stream()
                .flatMap(place -> content.find(place.getLocation(), Location.class).stream())
                .findFirst();
    }

    private static String type(Encounter encounter, String table) {
        return encounter.getType().stream()
                .filter(type -> Er7Codes.hasSystem(type, CodeTables.v2(table)))
                .findFirst()
                .map(Er7Codes::cwe)
                .orElse("");
    }

    private static String code(CodeableConcept concept) {
        return concept.isEmpty() ? "" : Er7Codes.cwe(concept);
    }

    private static List<String> people(ReferralContent content, Encounter encounter, String role) {
        return encounter.getParticipant().stream()
                .filter(participant -> participant.getType().stream()
                        .anyMatch(type -> role.equals(type.getCodingFirstRep().getCode())))
                .flatMap(participant -> content.find(participant.getIndividual(), Practitioner.class).stream())
                .map(person -> Er7Types.xcn(person.getIdentifier(), person.getNameFirstRep()))
                .toList();
    }

    private static List<String> numbers(Encounter encounter, boolean visit) {
        return encounter.getIdentifier().stream()
                .filter(Identifier::hasValue)
                .filter(number ->
                        "VN".equals(number.getType().getCodingFirstRep().getCode()) == visit)
                .map(Er7Printer::cx)
                .toList();
    }
}
