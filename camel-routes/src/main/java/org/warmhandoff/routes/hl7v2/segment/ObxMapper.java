package org.warmhandoff.routes.hl7v2.segment;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Fields;
import org.warmhandoff.routes.hl7v2.datatype.ObservationValue;
import org.warmhandoff.routes.hl7v2.segment.MessageSegments.Result;

/** OBX and its NTE to Observation (v2-to-FHIR: Segment OBX and NTE to Observation). */
public final class ObxMapper {

    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
    private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    private final Translation translation;
    private final Reference patient;
    private final @Nullable Reference encounter;

    public ObxMapper(Translation translation, Reference patient, @Nullable Reference encounter) {
        this.translation = translation;
        this.patient = patient;
        this.encounter = encounter;
    }

    /**
     * The observation, not yet among the resources; null when it does not say what was observed.
     *
     * @param otherwise when OBX-14 is empty, OBR-7
     */
    @Nullable
    public Observation map(Result result, @Nullable DateTimeType otherwise) {
        Fields obx = result.obx();
        obx.skip(1, 4, 19);
        CodeableConcept code = obx.concept(3);
        if (code == null) {
            obx.refuse(3, "missing");
            return null;
        }
        Observation observation = about(code, status(obx));
        DateTimeType effective = obx.dateTime(14);
        observation.setEffective(effective != null ? effective : copy(otherwise));
        setValue(obx, observation);
        obx.concepts(8, "").forEach(flag -> observation.addInterpretation(interpretation(flag)));
        if (obx.has(7)) {
            observation.addReferenceRange().setText(obx.text(7));
        }
        observation.setMethod(obx.concept(17));
        addPerformers(obx, observation);
        Identifier identifier = obx.entity(21);
        if (identifier != null) {
            observation.addIdentifier(identifier);
        }
        observation.setNote(new ArrayList<>(NteMapper.map(result.notes())));
        return observation;
    }

    /** An Observation of the patient with its category: what LOINC calls a screening instrument is a survey. */
    public Observation about(CodeableConcept code, ObservationStatus status) {
        Observation observation = new Observation().setStatus(status).setCode(code);
        observation.setSubject(patient.copy());
        observation.setEncounter(encounter == null ? null : encounter.copy());
        String category = isScreening(code) ? "survey" : "laboratory";
        observation.addCategory(new CodeableConcept(new Coding(CATEGORY, category, null)));
        return observation;
    }

    public static boolean isScreening(CodeableConcept code) {
        return code.getCoding().stream().anyMatch(coding -> CodeTables.SCREENING.contains(coding.getCode() + ""));
    }

    private static ObservationStatus status(Fields obx) {
        ObservationStatus status =
                obx.coded(11, code -> CodeTables.OBSERVATION_STATUS.code(code).map(ObservationStatus::fromCode));
        return status == null ? ObservationStatus.UNKNOWN : status;
    }

    private static void setValue(Fields obx, Observation observation) {
        Type value = ObservationValue.of(obx);
        observation.setValue(value);
        if (value == null) {
            observation.setDataAbsentReason(new CodeableConcept(new Coding(ABSENT, "unknown", "Unknown")));
        }
    }

    private static CodeableConcept interpretation(CodeableConcept flag) {
        return CodeTables.INTERPRETATION
                .concept(flag.getCodingFirstRep().getCode() + "")
                .orElse(flag);
    }

    private void addPerformers(Fields obx, Observation observation) {
        List<Reference> people = translation.practitioners().references(obx, 16);
        people.forEach(observation::addPerformer);
        String organization = obx.has(23) ? obx.text(23) : obx.text(15, 2);
        if (!organization.isEmpty()) {
            observation.addPerformer(new Reference().setDisplay(organization));
        }
    }

    private static @Nullable DateTimeType copy(@Nullable DateTimeType dateTime) {
        return dateTime == null ? null : dateTime.copy();
    }
}
