package org.warmhandoff.server.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which entries; null: any.
 *
 * @param from the first instant
 * @param before the first instant not any more
 * @param outcome how it ended
 */
public record LedgerQuery(
        @Nullable String patient,
        @Nullable String organisation,
        @Nullable Instant from,
        @Nullable Instant before,
        LedgerEntry.@Nullable Outcome outcome,
        boolean disclosedOnly) {

    /** All that was shown of a patient, to whomever. */
    public static LedgerQuery disclosed(String patient, @Nullable Instant from, @Nullable Instant before) {
        return new LedgerQuery(patient, null, from, before, null, true);
    }

    List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        parameters().keySet().forEach(name -> conditions.add(CONDITION.get(name)));
        if (patient != null) {
            // So that the index of entries with a patient applies.
            conditions.add("patient <> ''");
        }
        if (disclosedOnly) {
            conditions.add("outcome <> 'deny'");
        }
        return conditions;
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        put(parameters, "patient", patient);
        put(parameters, "organisation", organisation);
        put(parameters, "from", from == null ? null : LedgerReader.utc(from));
        put(parameters, "before", before == null ? null : LedgerReader.utc(before));
        put(parameters, "outcome", outcome == null ? null : EntryForm.word(outcome));
        return parameters;
    }

    private static final Map<String, String> CONDITION = Map.of(
            "patient", "patient = :patient",
            "organisation", "organisation = :organisation",
            "from", "at >= :from",
            "before", "at < :before",
            "outcome", "outcome = :outcome");

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
