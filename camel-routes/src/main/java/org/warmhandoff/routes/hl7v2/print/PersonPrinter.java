package org.warmhandoff.routes.hl7v2.print;

import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Account;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.warmhandoff.routes.forward.ReferralContent;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;

/** RelatedPerson to NK1, Account.guarantor to GT1. */
final class PersonPrinter {

    private PersonPrinter() {}

    static String nextOfKin(ReferralContent content) {
        StringBuilder out = new StringBuilder();
        int ordinal = 0;
        for (RelatedPerson person : content.all(RelatedPerson.class)) {
            out.append(nextOfKin(person, ++ordinal));
        }
        return out.toString();
    }

    private static String nextOfKin(RelatedPerson person, int ordinal) {
        Er7Line nk1 = new Er7Line("NK1").set(1, Integer.toString(ordinal));
        nk1.repeat(2, Er7Types.names(person.getName()));
        nk1.repeat(3, relationships(person, false));
        nk1.repeat(4, Er7Types.addresses(person.getAddress()));
        nk1.repeat(5, Er7Types.telecoms(telecoms(person.getTelecom(), false)));
        nk1.repeat(6, Er7Types.telecoms(telecoms(person.getTelecom(), true)));
        nk1.set(7, relationships(person, true).stream().findFirst().orElse(""));
        nk1.set(8, Er7Types.dtm(person.getPeriod().getStartElement()));
        nk1.set(9, Er7Types.dtm(person.getPeriod().getEndElement()));
        nk1.text(
                15,
                person.hasGender() ? PatientPrinter.gender(person.getGender().toCode()) : "");
        nk1.set(16, person.hasBirthDate() ? Er7Types.dtm(person.getBirthDateElement()) : "");
        nk1.repeat(33, PatientPrinter.identifiers(person.getIdentifier()));
        return nk1.print();
    }

    /** Tables 0063, and 0131 for the role of a contact. */
    private static List<String> relationships(RelatedPerson person, boolean role) {
        return person.getRelationship().stream()
                .filter(concept -> isRole(concept) == role)
                .map(concept -> role
                        ? Er7Printer.components(CodeTables.CONTACT_ROLE
                                .key(concept.getCodingFirstRep().getCode())
                                .orElse(""))
                        : relationship(concept))
                .toList();
    }

    static String relationship(CodeableConcept concept) {
        return Er7Codes.cwe(concept, CodeTables.RELATIONSHIP, "0063");
    }

    private static boolean isRole(CodeableConcept concept) {
        return concept.getCoding().stream().anyMatch(coding -> CodeTables.CONTACT_ROLE.isOf(coding.getSystem()));
    }

    private static List<ContactPoint> telecoms(List<ContactPoint> points, boolean work) {
        return points.stream()
                .filter(point -> (point.getUse() == ContactPointUse.WORK) == work)
                .toList();
    }

    static String guarantors(ReferralContent content) {
        return content.all(Account.class).stream()
                .flatMap(account -> account.getGuarantor().stream())
                .map(guarantor -> guarantor(content, guarantor))
                .collect(Collectors.joining());
    }

    private static String guarantor(ReferralContent content, Account.GuarantorComponent guarantor) {
        Er7Line gt1 = new Er7Line("GT1").set(1, "1");
        gt1.set(13, Er7Types.dtm(guarantor.getPeriod().getStartElement()));
        gt1.set(14, Er7Types.dtm(guarantor.getPeriod().getEndElement()));
        if (content.find(guarantor.getParty(), Patient.class).isPresent()) {
            return gt1.repeat(3, Er7Types.names(content.patient().getName()))
                    .text(11, "SEL")
                    .print();
        }
        return content.find(guarantor.getParty(), RelatedPerson.class)
                .map(person -> gt1.repeat(3, Er7Types.names(person.getName()))
                        .repeat(11, relationships(person, false))
                        .print())
                .orElse("");
    }
}
