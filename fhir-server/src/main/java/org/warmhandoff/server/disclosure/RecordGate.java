package org.warmhandoff.server.disclosure;

import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.ledger.DisclosureLedger;
import org.warmhandoff.server.part2.DecisionEngine;
import org.warmhandoff.server.part2.Policy;
import org.warmhandoff.server.part2.Purpose;

/** The gate: facts, decision, redaction, account. */
@Component
class RecordGate implements DisclosureGate {

    private final DecisionEngine engine = new DecisionEngine(Policy.load("policy-1"));
    private final Recipients recipients;
    private final FactSources sources;
    private final ObjectProvider<DisclosureLedger> ledger;
    private final Clock clock;

    RecordGate(Recipients recipients, FactSources sources, ObjectProvider<DisclosureLedger> ledger, Clock clock) {
        this.recipients = recipients;
        this.sources = sources;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Passage open(Recipient recipient, Purpose purpose, Way way, String occasion) {
        Instant at = clock.instant();
        return new RecordPassage(
                new Decider(engine, sources, recipient, recipients.knows(recipient), purpose, at),
                new Account(ledger, new Account.Occasion(recipient, purpose, way, occasion, at)));
    }
}
