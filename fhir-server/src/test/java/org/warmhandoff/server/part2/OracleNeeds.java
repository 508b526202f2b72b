package org.warmhandoff.server.part2;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Minimum necessary for payers and courts, as the oracle reads it. */
final class OracleNeeds {

    private OracleNeeds() {}

    static boolean ofPayer(Question q) {
        return switch (q.record().kind()) {
            case PATIENT, COVERAGE, EPISODE, ENCOUNTER, CONDITION, LEVEL_OF_CARE, ASSESSMENT_SCORE -> true;
            case MEDICATION -> q.actor().standings().contains(Standing.PHARMACY_CLAIMS);
            case CARE_PLAN -> q.purpose() == Purpose.COVAUTH;
            default -> false;
        };
    }

    static @Nullable Set<String> payerKeeps(Question q) {
        return switch (q.record().kind()) {
            case PATIENT -> Set.of("identifier", "name", "gender", "birthDate");
            case EPISODE -> Set.of("status", "period", "type");
            case ENCOUNTER ->
                Set.of(
                        "status",
                        "class",
                        "type",
                        "period",
                        "serviceProvider",
                        "diagnosis",
                        "participant.individual.identifier",
                        "extension:iop-billing");
            case CONDITION -> Set.of("code");
            case LEVEL_OF_CARE -> Set.of("status", "category", "code", "effective", "value", "extension:asam-edition");
            case ASSESSMENT_SCORE -> Set.of("status", "category", "code", "effective", "value");
            case MEDICATION ->
                Set.of("status", "intent", "medication", "authoredOn", "dosageInstruction", "dispenseRequest");
            case CARE_PLAN -> Set.of("status", "period", "text", "goal");
            default -> null;
        };
    }

    static boolean ofCourt(Question q) {
        return switch (q.record().kind()) {
            case COURT_REPORT, ENCOUNTER, DRUG_TEST, PHASE, DISCHARGE -> true;
            default -> false;
        };
    }

    static @Nullable Set<String> courtKeeps(Question q) {
        return switch (q.record().kind()) {
            case ENCOUNTER -> Set.of("status", "period", "length", "extension:iop-attendance");
            case DRUG_TEST ->
                Set.of(
                        "status",
                        "effective",
                        "value",
                        "interpretation",
                        "dataAbsentReason",
                        "extension:expected-result",
                        "extension:uds-validity");
            case PHASE -> Set.of("status", "period", "type");
            case DISCHARGE -> Set.of("status", "period", "extension:iop-discharge-disposition");
            default -> null;
        };
    }
}
