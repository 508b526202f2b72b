package org.warmhandoff.routes.hl7v2.print;

import java.util.Optional;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.DiagnosisComponent;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.routes.forward.ReferralContent;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;

/** Diagnoses, allergies and procedures to DG1, AL1 and PR1. */
final class ClinicalPrinter {

    private final ReferralContent content;

    ClinicalPrinter(ReferralContent content) {
        this.content = content;
    }

    String print() {
        StringBuilder out = new StringBuilder();
        int ordinal = 0;
        for (Condition condition : content.all(Condition.class)) {
            if (isDiagnosis(condition)) {
                out.append(dg1(condition, ++ordinal));
            }
        }
        ordinal = 0;
        for (AllergyIntolerance allergy : content.all(AllergyIntolerance.class)) {
            if (isPresent(allergy)) {
                out.append(al1(allergy, ++ordinal));
            }
        }
        ordinal = 0;
        for (Procedure procedure : content.all(Procedure.class)) {
            out.append(pr1(procedure, ++ordinal));
        }
        return out.toString();
    }

    /** DG1 cannot say that a problem is over: one that is goes into a note, or it would come up as a new one. */
    static boolean isDiagnosis(Condition condition) {
        String status = condition.getClinicalStatus().getCodingFirstRep().getCode();
        boolean mistaken = "entered-in-error"
                .equals(condition.getVerificationStatus().getCodingFirstRep().getCode());
        return condition.getCode().hasCoding() && (mistaken || status == null || status.equals("active"));
    }

    static boolean isPresent(AllergyIntolerance allergy) {
        String status = allergy.getClinicalStatus().getCodingFirstRep().getCode();
        return status == null || status.equals("active");
    }

    private String dg1(Condition condition, int ordinal) {
        String verification = Er7Codes.text(
                condition.getVerificationStatus().getCodingFirstRep().getCode());
        Optional<DiagnosisComponent> atStay = atStay(condition);
        Er7Line dg1 = new Er7Line("DG1").set(1, Integer.toString(ordinal));
        dg1.set(3, Er7Codes.cwe(condition.getCode()));
        dg1.text(4, condition.getCode().getText());
        dg1.set(5, condition.getOnset() instanceof DateTimeType onset ? Er7Types.dtm(onset) : "");
        dg1.text(6, verification.equals("provisional") ? "W" : use(atStay));
        dg1.text(
                15,
                atStay.filter(DiagnosisComponent::hasRank)
                        .map(one -> one.getRank() + "")
                        .orElse(""));
        dg1.set(16, person(condition.getAsserter()));
        dg1.set(19, Er7Types.dtm(condition.getRecordedDateElement()));
        dg1.set(
                20,
                condition.getIdentifier().stream()
                        .findFirst()
                        .map(Er7Printer::ei)
                        .orElse(""));
        dg1.text(21, verification.equals("entered-in-error") ? "D" : "");
        return dg1.print();
    }

    private Optional<DiagnosisComponent> atStay(Condition condition) {
        return content.all(Encounter.class).stream()
                .flatMap(encounter -> encounter.getDiagnosis().stream())
                .filter(diagnosis -> content.find(diagnosis.getCondition(), Condition.class)
                        .filter(found -> found == condition)
                        .isPresent())
                .findFirst();
    }

    /** DG1-6 is required; F is what a confirmed diagnosis without a role is. */
    private static String use(Optional<DiagnosisComponent> atStay) {
        return atStay.map(one -> one.getUse().getCodingFirstRep().getCode())
                .flatMap(CodeTables.DIAGNOSIS_ROLE::key)
                .orElse("F");
    }

    private String person(Reference reference) {
        return content.find(reference, Practitioner.class)
                .map(person -> Er7Types.xcn(person.getIdentifier(), person.getNameFirstRep()))
                .orElse("");
    }

    private static String al1(AllergyIntolerance allergy, int ordinal) {
        Er7Line al1 = new Er7Line("AL1").set(1, Integer.toString(ordinal));
        al1.text(
                2,
                allergy.getCategory().stream()
                        .filter(category -> category.getValue() != null)
                        .flatMap(category -> CodeTables.ALLERGEN.key(category.getValueAsString()).stream())
                        .findFirst()
                        .orElse(""));
        al1.set(3, Er7Codes.cwe(allergy.getCode()));
        al1.text(
                4,
                allergy.hasCriticality()
                        ? CodeTables.ALLERGY_SEVERITY
                                .key(allergy.getCriticality().toCode())
                                .orElse("")
                        : "");
        al1.repeat(
                5,
                allergy.getReaction().stream()
                        .flatMap(reaction -> reaction.getManifestation().stream())
                        .map(manifestation -> Er7Printer.components(Er7Codes.words(manifestation)))
                        .toList());
        al1.set(6, allergy.getOnset() instanceof DateTimeType onset ? Er7Types.dtm(onset) : "");
        return al1.print();
    }

    private String pr1(Procedure procedure, int ordinal) {
        Er7Line pr1 = new Er7Line("PR1").set(1, Integer.toString(ordinal));
        pr1.set(3, Er7Codes.cwe(procedure.getCode()));
        pr1.text(4, procedure.getCode().getText());
        pr1.set(5, procedure.getPerformed() instanceof DateTimeType time ? Er7Types.dtm(time) : "");
        pr1.set(
                11,
                procedure.getPerformer().stream()
                        .map(performer -> person(performer.getActor()))
                        .findFirst()
                        .orElse(""));
        pr1.set(
                15,
                procedure.getReasonCode().stream()
                        .findFirst()
                        .map(Er7Codes::cwe)
                        .orElse(""));
        pr1.set(
                19,
                procedure.getIdentifier().stream()
                        .findFirst()
                        .map(Er7Printer::ei)
                        .orElse(""));
        return pr1.print();
    }
}
