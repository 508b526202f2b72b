package org.warmhandoff.server.access.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.disclosure.Recipient;
import org.warmhandoff.server.disclosure.Recipients;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.ledger.DisclosureLedger;
import org.warmhandoff.server.ledger.LedgerEntry;

/**
 * Notes refusals in the ledger: the first of each client and minute as entries, further ones as a number only, so that nobody
 * fills the ledger by asking.
 */
@Component
class DenialNotes {

    /** Entries of one client in one minute. */
    static final int MOST = 20;

    private static final String LAW = "45 CFR 164.312(a)(1)";

    private final ObjectProvider<DisclosureLedger> ledger;
    private final Recipients recipients;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Integer> noted = new HashMap<>();
    private Instant minute = Instant.EPOCH;

    DenialNotes(ObjectProvider<DisclosureLedger> ledger, Recipients recipients, MeterRegistry meters, Clock clock) {
        this.ledger = ledger;
        this.recipients = recipients;
        this.meters = meters;
        this.clock = clock;
    }

    void note(Caller caller, Denial denial) {
        boolean entry = isEntry(caller.client());
        meters.counter(
                        "warmhandoff.access.denied",
                        "reason",
                        denial.reason(),
                        "noted",
                        entry ? "entry" : "number")
                .increment();
        if (entry) {
            ledger.ifAvailable(book -> book.record(List.of(entry(caller, denial))));
        }
    }

    private synchronized boolean isEntry(String client) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!now.equals(minute)) {
            minute = now;
            noted.clear();
        }
        return noted.merge(client, 1, Integer::sum) <= MOST;
    }

    private LedgerEntry entry(Caller caller, Denial denial) {
        Recipient recipient = recipients.of(caller);
        return new LedgerEntry(
                clock.instant(),
                new LedgerEntry.Recipient(recipient.kind(), recipient.organisation(), caller.name()),
                caller.purpose(),
                denial.way().code(),
                UUID.randomUUID().toString(),
                "",
                List.of(new LedgerEntry.Item(denial.what(), null)),
                LedgerEntry.Outcome.DENY,
                new LedgerEntry.Ground(denial.reason(), LAW, "", "", null, null, Set.of()));
    }
}
