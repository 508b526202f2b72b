package org.warmhandoff.server.disclosure;

import java.time.Instant;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.disclosure.facts.Facts;
import org.warmhandoff.server.part2.Decision;
import org.warmhandoff.server.part2.DecisionEngine;
import org.warmhandoff.server.part2.Policy;
import org.warmhandoff.server.part2.Purpose;

/** Asks as the gate asks, and shows nothing: for staff who want to know what would go, and why. */
@Component
public class DryRun {

    private final DecisionEngine engine = new DecisionEngine(Policy.load("policy-1"));
    private final FactSources sources;

    DryRun(FactSources sources) {
        this.sources = sources;
    }

    /** What the gate would answer for a record at an instant, to a recipient who proved who it is. */
    public Function<Resource, Decision> of(Recipient recipient, Purpose purpose, Instant at) {
        Decider decider = new Decider(engine, sources, recipient, true, purpose, at);
        return record -> decider.decide(record, Facts.of(record));
    }
}
