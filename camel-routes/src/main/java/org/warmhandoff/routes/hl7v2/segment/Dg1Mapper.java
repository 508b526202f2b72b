package org.warmhandoff.routes.hl7v2.segment;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Fields;

/**
 * DG1 to Condition and Encounter.diagnosis (v2-to-FHIR: Segment DG1 to Condition and to
 * Encounter). A diagnosis in words only is a reason, not a Condition.
 */
public final class Dg1Mapper {

    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/condition-category";
    private static final String CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    private static final String VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status";

    /** Whom the diagnoses are the reasons of. */
    public interface Reasons {

        void inWords(CodeableConcept diagnosis);

        void coded(Reference condition);
    }

    private final Translation translation;
    private final Reference patient;
    private final @Nullable Encounter encounter;
    private final @Nullable Reference encounterReference;

    public Dg1Mapper(
            Translation translation,
            Reference patient,
            @Nullable Encounter encounter,
            @Nullable Reference encounterReference) {
        this.translation = translation;
        this.patient = patient;
        this.encounter = encounter;
        this.encounterReference = encounterReference;
    }

    public void map(Fields dg1, int ordinal, Reasons reasons) {
        dg1.skip(1);
        CodeableConcept code = code(dg1);
        if (code == null) {
            dg1.refuse(3, "missing");
        } else if (!code.hasCoding()) {
            reasons.inWords(code);
        } else {
            add(dg1, ordinal, code, reasons);
        }
    }

    private void add(Fields dg1, int ordinal, CodeableConcept code, Reasons reasons) {
        boolean deleted = dg1.text(21).equals("D");
        Condition condition = condition(dg1, code, deleted);
        Reference reference = translation.resources().add(translation.key("Condition", ordinal), condition);
        if (deleted) {
            dg1.skip(6, 15);
        } else {
            reasons.coded(reference);
            addToEncounter(dg1, ordinal, reference);
        }
    }

    /** DG1-3; before v2.5 DG1-2 may name its code system. */
    private static @Nullable CodeableConcept code(Fields dg1) {
        String method = dg1.text(2);
        CodeableConcept code =
                dg1.concept(3, method.isEmpty() ? "" : dg1.assigners().codeSystem(method));
        String text = dg1.text(4);
        if (text.isEmpty()) {
            return code;
        }
        return (code == null ? new CodeableConcept() : code).setText(text);
    }

    private Condition condition(Fields dg1, CodeableConcept code, boolean deleted) {
        Condition condition = new Condition().setCode(code).setSubject(patient.copy());
        condition.addCategory(concept(CATEGORY, "encounter-diagnosis", "Encounter Diagnosis"));
        condition.setVerificationStatus(concept(VERIFICATION, verification(dg1, deleted), null));
        if (!deleted) {
            condition.setClinicalStatus(concept(CLINICAL, "active", null));
        }
        condition.setEncounter(encounterReference == null ? null : encounterReference.copy());
        condition.setOnset(dg1.dateTime(5));
        condition.setAsserter(translation.practitioners().reference(dg1, 16));
        condition.setRecordedDateElement(dg1.dateTime(19));
        Identifier identifier = dg1.entity(20);
        if (identifier != null) {
            condition.addIdentifier(identifier);
        }
        return condition;
    }

    private static String verification(Fields dg1, boolean deleted) {
        if (deleted) {
            return "entered-in-error";
        }
        return dg1.text(6).equals("W") ? "provisional" : "confirmed";
    }

    private void addToEncounter(Fields dg1, int ordinal, Reference condition) {
        if (encounter != null) {
            String rank = dg1.text(15);
            boolean ranked = rank.length() == 1 && rank.charAt(0) > '0' && rank.charAt(0) <= '9';
            encounter
                    .addDiagnosis()
                    .setCondition(condition.copy())
                    .setUse(dg1.coded(6, CodeTables.DIAGNOSIS_ROLE::concept))
                    .setRank(ranked ? rank.charAt(0) - '0' : ordinal);
        }
    }

    private static CodeableConcept concept(String system, String code, @Nullable String display) {
        return new CodeableConcept(new Coding(system, code, display));
    }
}
