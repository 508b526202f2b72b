package org.warmhandoff.server.sandbox;

import java.time.Duration;

/** What became of one hop. */
record HopResult(int number, Hop hop, Outcome outcome, Duration took) {

    sealed interface Outcome {

        String label();

        /** One line that says why. */
        String line();
    }

    record Ok(Evidence evidence) implements Outcome {
        @Override
        public String label() {
            return "ok";
        }

        @Override
        public String line() {
            return evidence.brief();
        }
    }

    record Failed(String expected, String seen) implements Outcome {
        @Override
        public String label() {
            return "FAILED";
        }

        @Override
        public String line() {
            return "seen: " + seen;
        }
    }

    /** Not tried, since an earlier hop did not find what this one needs. */
    record Skipped(String missing) implements Outcome {
        @Override
        public String label() {
            return "skipped";
        }

        @Override
        public String line() {
            return "needs " + missing;
        }
    }

    boolean ok() {
        return outcome instanceof Ok;
    }
}
