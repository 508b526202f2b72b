package org.warmhandoff.server.disclosure;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.ObjectProvider;
import org.warmhandoff.server.disclosure.facts.Facts;
import org.warmhandoff.server.ledger.DisclosureLedger;
import org.warmhandoff.server.ledger.LedgerEntry;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.Decision;
import org.warmhandoff.server.part2.Purpose;

/** What one occasion has shown and denied, as ledger entries: one for each patient, reason and outcome. */
final class Account {

    private final ObjectProvider<DisclosureLedger> ledger;
    private final Occasion occasion;
    private final Map<Heading, List<LedgerEntry.Item>> open = new LinkedHashMap<>();
    private final Set<String> written = new HashSet<>();

    Account(ObjectProvider<DisclosureLedger> ledger, Occasion occasion) {
        this.ledger = ledger;
        this.occasion = occasion;
    }

    /** @param at the instant for which everything is decided */
    record Occasion(Recipient recipient, Purpose purpose, Way way, String id, Instant at) {}

    private record Heading(String patient, LedgerEntry.Outcome outcome, LedgerEntry.Ground ground) {}

    /** With its version, such as {@code Encounter/12/_history/3}. */
    static String reference(Resource resource) {
        String reference = Facts.reference(resource);
        String version = resource.getIdElement().hasVersionIdPart()
                ? resource.getIdElement().getVersionIdPart()
                : resource.getMeta().getVersionId();
        return version == null ? reference : reference + "/_history/" + version;
    }

    void shown(String reference, Resource shown, Facts facts, Decision decision) {
        if (facts.directory() || !written.add("+" + reference)) {
            return;
        }
        boolean whole = decision instanceof Decision.Permit;
        // A version that our own staff saw whole can be looked up; what others got may be held against its digest.
        boolean own = occasion.recipient().kind() == ActorKind.OWN_WORKFORCE && whole;
        note(
                facts,
                whole ? LedgerEntry.Outcome.PERMIT : LedgerEntry.Outcome.REDACT,
                decision,
                new LedgerEntry.Item(reference, own ? null : digest(shown)));
    }

    void denied(String reference, Facts facts, Decision decision) {
        if (!facts.directory() && written.add("-" + reference)) {
            note(facts, LedgerEntry.Outcome.DENY, decision, new LedgerEntry.Item(reference, null));
        }
    }

    private void note(Facts facts, LedgerEntry.Outcome outcome, Decision decision, LedgerEntry.Item item) {
        Heading heading = new Heading(facts.record().patient(), outcome, ground(decision));
        open.computeIfAbsent(heading, any -> new ArrayList<>()).add(item);
    }

    private static LedgerEntry.Ground ground(Decision decision) {
        var grounds = decision.grounds();
        return new LedgerEntry.Ground(
                grounds.rule(),
                grounds.law(),
                grounds.policyVersion(),
                grounds.policyHash(),
                grounds.consent().orElse(null),
                grounds.order().orElse(null),
                decision.obligations());
    }

    void write() {
        if (open.isEmpty()) {
            return;
        }
        LedgerEntry.Recipient to = new LedgerEntry.Recipient(
                occasion.recipient().kind(),
                occasion.recipient().organisation(),
                occasion.recipient().person());
        List<LedgerEntry> entries = new ArrayList<>();
        open.forEach((heading, items) -> entries.add(new LedgerEntry(
                occasion.at(),
                to,
                occasion.purpose(),
                occasion.way().code(),
                occasion.id(),
                heading.patient(),
                items,
                heading.outcome(),
                heading.ground())));
        ledger.ifAvailable(book -> book.record(entries));
        open.clear();
    }

    private static String digest(Resource resource) {
        try {
            byte[] json = FhirContext.forR4Cached()
                    .newJsonParser()
                    .encodeResourceToString(resource)
                    .getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
