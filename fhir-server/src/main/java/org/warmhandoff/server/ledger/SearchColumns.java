package org.warmhandoff.server.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row repeats of its entry for searches; verification holds the two against each other. */
record SearchColumns(String patient, String organisation, String at, String outcome, @Nullable String consent) {

    static SearchColumns of(LedgerEntry entry) {
        return new SearchColumns(
                entry.patient(),
                entry.recipient().organisation(),
                entry.at().truncatedTo(ChronoUnit.MICROS).toString(),
                EntryForm.word(entry.outcome()),
                entry.ground().consent());
    }

    static SearchColumns of(JsonNode entry) {
        return new SearchColumns(
                entry.path("patient").asText(),
                entry.path("organisation").asText(),
                entry.path("at").asText(),
                entry.path("outcome").asText(),
                entry.path("consent").textValue());
    }

    List<@Nullable String> values() {
        List<@Nullable String> values = new ArrayList<>(List.of(patient, organisation, at, outcome));
        values.add(consent);
        return values;
    }
}
