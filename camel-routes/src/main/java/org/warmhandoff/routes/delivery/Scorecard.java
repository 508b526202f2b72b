package org.warmhandoff.routes.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects what steps came to. Not thread-safe. */
public final class Scorecard {

    private final List<ProbeStep> steps = new ArrayList<>();

    /** Says what was found, or throws {@link Failed}. */
    @FunctionalInterface
    public interface Step {
        String run() throws Exception;
    }

    /** A step that found what should not be; its message goes onto the card. */
    public static final class Failed extends Exception {

        private static final long serialVersionUID = 1;

        public Failed(String detail) {
            super(detail);
        }
    }

    /** True when the step passed. Of other exceptions only the kind is told: their words may quote anything. */
    public boolean add(String name, Step step) {
        long start = System.nanoTime();
        try {
            return add(name, true, step.run(), start);
        } catch (Failed e) {
            return add(name, false, String.valueOf(e.getMessage()), start);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return add(name, false, "interrupted", start);
        } catch (Exception e) {
            return add(name, false, e.getClass().getSimpleName(), start);
        }
    }

    private boolean add(String name, boolean passed, String detail, long start) {
        steps.add(new ProbeStep(name, passed, detail, Duration.ofNanos(System.nanoTime() - start)));
        return passed;
    }

    public List<ProbeStep> steps() {
        return List.copyOf(steps);
    }
}
