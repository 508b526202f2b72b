package org.warmhandoff.server.outgoing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.server.disclosure.Accompaniment;
import org.warmhandoff.server.disclosure.Passage;
import org.warmhandoff.server.part2.Actor;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.Decision;
import org.warmhandoff.server.part2.DecisionEngine;
import org.warmhandoff.server.part2.Policy;
import org.warmhandoff.server.part2.Purpose;
import org.warmhandoff.server.part2.Question;
import org.warmhandoff.server.part2.RecordFacts;
import org.warmhandoff.server.part2.RecordKind;
import org.warmhandoff.server.part2.Standing;
import org.warmhandoff.server.storage.ResourceStore;

/** Lets through what a test allows, as if on the consents that it names; keeps the account. */
public final class ScriptedPassage implements Passage {

    private static final DecisionEngine ENGINE = new DecisionEngine(Policy.load("policy-1"));

    private int left = Integer.MAX_VALUE;
    public final Set<String> consents = new TreeSet<>();
    public final List<String> shown = new ArrayList<>();
    public final List<String> accounted = new ArrayList<>();

    /** Only so many more records. */
    public void allow(int records) {
        left = records;
    }

    public Disclosure to(Partner partner, ResourceStore store) {
        return new Disclosure(this, partner, store);
    }

    @Override
    public Decision ask(Resource record) {
        Set<Standing> standings =
                shown.size() >= left ? Set.of() : Set.of(Standing.IDENTIFIED, Standing.CARE_RELATIONSHIP);
        return ENGINE.decide(new Question(
                new Actor(ActorKind.OWN_WORKFORCE, "staff", null, standings),
                Purpose.TREAT,
                new RecordFacts(record.fhirType() + "/1", "p", RecordKind.OTHER, Set.of()),
                List.of(),
                List.of(),
                null,
                Instant.EPOCH));
    }

    @Override
    public <T extends Resource> Optional<T> show(T record) {
        if (ask(record) instanceof Decision.Deny) {
            return Optional.empty();
        }
        shown.add(record.fhirType());
        return Optional.of(record);
    }

    @Override
    public boolean showInPlace(Resource record) {
        return show(record).isPresent();
    }

    @Override
    public void renew() {}

    @Override
    public Accompaniment accompaniment() {
        return new Accompaniment(!consents.isEmpty(), false, false, new TreeSet<>(consents));
    }

    @Override
    public void account() {
        accounted.addAll(shown);
        shown.clear();
    }
}
