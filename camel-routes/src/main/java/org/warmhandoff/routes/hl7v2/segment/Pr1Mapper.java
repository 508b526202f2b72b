package org.warmhandoff.routes.hl7v2.segment;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.Fields;

/** PR1 to Procedure (v2-to-FHIR: Segment PR1 to Procedure). */
public final class Pr1Mapper {

    private final Translation translation;
    private final Reference patient;
    private final @Nullable Reference encounter;

    public Pr1Mapper(Translation translation, Reference patient, @Nullable Reference encounter) {
        this.translation = translation;
        this.patient = patient;
        this.encounter = encounter;
    }

    public void map(Fields pr1, int ordinal) {
        pr1.skip(1, 2);
        CodeableConcept code = code(pr1);
        if (code == null) {
            pr1.refuse(3, "missing");
            return;
        }
        Procedure procedure = new Procedure().setCode(code).setSubject(patient.copy());
        procedure.setEncounter(encounter == null ? null : encounter.copy());
        DateTimeType performed = pr1.dateTime(5);
        procedure.setPerformed(performed);
        // US Core asks for the time of a completed one; a procedure that nobody dates may lie ahead.
        procedure.setStatus(performed == null ? ProcedureStatus.UNKNOWN : ProcedureStatus.COMPLETED);
        for (int field : new int[] {8, 11, 12}) {
            translation.practitioners().references(pr1, field).forEach(person -> procedure
                    .addPerformer()
                    .setActor(person));
        }
        pr1.concepts(15, "").forEach(procedure::addReasonCode);
        Identifier identifier = pr1.entity(19);
        if (identifier != null) {
            procedure.addIdentifier(identifier);
        }
        translation.resources().add(translation.key("Procedure", ordinal), procedure);
    }

    private static @Nullable CodeableConcept code(Fields pr1) {
        CodeableConcept code = pr1.concept(3);
        String text = pr1.text(4);
        if (text.isEmpty()) {
            return code;
        }
        return (code == null ? new CodeableConcept() : code).setText(text);
    }
}
