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

    List<HopResult> run(List<Chapter> chapters) throws InterruptedException {
        int all = chapters.stream().mapToInt(chapter -> chapter.hops().size()).sum();
        List<HopResult> results = new ArrayList<>();
        for (Chapter chapter : chapters) {
            narrator.opens(chapter);
            for (Hop hop : chapter.hops()) {
                int number = results.size() + 1;
                narrator.begins(number, all, hop);
                HopResult result = result(number, hop);
                narrator.ended(result);
                results.add(result);
            }
        }
        return List.copyOf(results);
    }

    private HopResult result(int number, Hop hop) throws InterruptedException {
        long start = System.nanoTime();
        Outcome outcome = outcome(hop);
        return new HopResult(number, hop, outcome, Duration.ofNanos(System.nanoTime() - start));
    }

    private Outcome outcome(Hop hop) throws InterruptedException {
        try {
            return new Ok(hop.action().run(Deadline.in(hop.limit(), narrator::waits)));
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
