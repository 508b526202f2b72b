package org.warmhandoff.server.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.warmhandoff.server.sandbox.HopResult.Failed;
import org.warmhandoff.server.sandbox.HopResult.Ok;
import org.warmhandoff.server.sandbox.HopResult.Outcome;
import org.warmhandoff.server.sandbox.HopResult.Skipped;

/** Does hops one after the other; one that fails does not keep later, independent ones from being tried. */
final class HopRunner {

    private final Narrator narrator;

    HopRunner(Narrator narrator) {
        this.narrator = narrator;
    }

    List<HopResult> run(List<Hop> hops) throws InterruptedException {
        List<HopResult> results = new ArrayList<>();
        for (Hop hop : hops) {
            int number = results.size() + 1;
            narrator.begins(number, hops.size(), hop);
            long start = System.nanoTime();
            Outcome outcome = outcome(hop);
            HopResult result = new HopResult(number, hop, outcome, Duration.ofNanos(System.nanoTime() - start));
            narrator.ended(result);
            results.add(result);
        }
        return List.copyOf(results);
    }

    private static Outcome outcome(Hop hop) throws InterruptedException {
        try {
            return new Ok(hop.action().run(Deadline.in(hop.limit())));
        } catch (HopFailure failure) {
            return new Failed(failure.expected(), failure.seen());
        } catch (Fact.Unknown unknown) {
            return new Skipped(unknown.getMessage() == null ? "an earlier hop" : unknown.getMessage());
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception broken) {
            return new Failed(hop.what(), broken.getClass().getSimpleName() + ": " + broken.getMessage());
        }
    }
}
