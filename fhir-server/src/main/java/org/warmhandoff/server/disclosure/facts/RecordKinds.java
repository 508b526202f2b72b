package org.warmhandoff.server.disclosure.facts;

import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.court.DrugTestCodes;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.RecordKind;

/** What a record is, as far as minimum necessary asks (42 CFR 2.13(a)). What nobody thought of is {@code OTHER}. */
public final class RecordKinds {

    private static final Map<String, RecordKind> TYPES = Map.ofEntries(
            Map.entry("Patient", RecordKind.PATIENT),
            Map.entry("Coverage", RecordKind.COVERAGE),
            Map.entry("EpisodeOfCare", RecordKind.EPISODE),
            Map.entry("Encounter", RecordKind.ENCOUNTER),
            Map.entry("Condition", RecordKind.CONDITION),
            Map.entry("MedicationRequest", RecordKind.MEDICATION),
            Map.entry("CarePlan", RecordKind.CARE_PLAN),
            Map.entry("DocumentReference", RecordKind.NOTE),
            Map.entry("Composition", RecordKind.NOTE),
            Map.entry("ClinicalImpression", RecordKind.NOTE),
            Map.entry("Communication", RecordKind.NOTE),
            Map.entry("Media", RecordKind.NOTE),
            Map.entry("QuestionnaireResponse", RecordKind.QUESTIONNAIRE));

    /** Totals and results only: the answer to one question is not among them. */
    private static final Set<String> SCORES =
            Set.of("44261-6", "89204-2", "70274-6", "93374-7", "75626-2", "75624-7", "82667-7");

    private RecordKinds() {}

    static RecordKind of(Resource resource) {
        if (resource instanceof Group group) {
            return isPayerGroup(group) ? RecordKind.PAYER_GROUP : RecordKind.OTHER;
        } else if (resource instanceof Composition && isOf(resource, "iop-court-report")) {
            return RecordKind.COURT_REPORT;
        } else if (resource instanceof Observation observation) {
            return observation(observation);
        }
        return TYPES.getOrDefault(resource.fhirType(), RecordKind.OTHER);
    }

    /** A stay is what monitoring needs to know of it: the phase, or how it ended. */
    public static RecordKind forRecipient(RecordKind kind, ActorKind recipient, Resource resource) {
        if (recipient == ActorKind.COURT_MONITOR && resource instanceof EpisodeOfCare stay) {
            return stay.getStatus() == EpisodeOfCare.EpisodeOfCareStatus.FINISHED
                    ? RecordKind.DISCHARGE
                    : RecordKind.PHASE;
        }
        return kind;
    }

    public static boolean isPayerGroup(Group group) {
        return group.getCode().hasCoding(CodeSystems.GROUP_KIND, "payer-attribution");
    }

    private static RecordKind observation(Observation observation) {
        boolean level = observation.hasValueCodeableConcept()
                && observation.getValueCodeableConcept().getCoding().stream()
                        .anyMatch(coding -> CodeSystems.ASAM_LEVEL.equals(coding.getSystem()));
        if (level || isOf(observation, "iop-asam-assessment")) {
            return RecordKind.LEVEL_OF_CARE;
        } else if (DrugTestCodes.isDrugTest(observation)) {
            return RecordKind.DRUG_TEST;
        }
        return has(observation, SCORES) ? RecordKind.ASSESSMENT_SCORE : RecordKind.OTHER;
    }

    private static boolean has(Observation observation, Set<String> loinc) {
        return observation.getCode().getCoding().stream()
                .filter(coding -> CodeSystems.LOINC.equals(coding.getSystem()))
                .map(Coding::getCode)
                .anyMatch(loinc::contains);
    }

    private static boolean isOf(Resource resource, String profile) {
        return resource.getMeta().hasProfile(Canonical.structureDefinition(profile));
    }
}
