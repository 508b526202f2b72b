package org.warmhandoff.server.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One disclosure as the patient reads it: date, who received, what, why and on what authority (45 CFR 164.528(b)(2)). */
record AccountingLine(String date, String recipient, String description, String purpose, String authority) {

    static final List<String> HEADINGS = List.of("Date (UTC)", "Recipient", "What", "Purpose", "Authority");

    static AccountingLine of(LedgerEntry entry, RecipientNames names) {
        LedgerEntry.Ground ground = entry.ground();
        String authority = ground.law()
                + (ground.consent() == null ? "" : ", consent " + ground.consent())
                + (ground.order() == null ? "" : ", court order " + ground.order());
        return new AccountingLine(
                entry.at().toString().substring(0, "2026-11-24T12:00".length()).replace('T', ' '),
                names.of(entry.recipient().organisation()),
                description(entry),
                PurposeWords.of(entry.purpose()),
                authority);
    }

    List<String> cells() {
        return List.of(date, recipient, description, purpose, authority);
    }

    /** Kinds of records and how many, such as {@code 2 Encounter, 1 Task}. */
    private static String description(LedgerEntry entry) {
        Map<String, Integer> kinds = new TreeMap<>();
        entry.items().forEach(item -> kinds.merge(item.reference().split("/", 2)[0], 1, Integer::sum));
        String records = kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        return entry.outcome() == LedgerEntry.Outcome.REDACT ? records + " (parts withheld)" : records;
    }
}
