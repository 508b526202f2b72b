package org.warmhandoff.tests.faults.history;

/** A broken promise. */
public record Violation(Kind kind, String subject, String what) {

    /** Which promise. */
    public enum Kind {
        LOST("lost"),
        DOUBLED("doubled"),
        OUT_OF_ORDER("out of order"),
        STUCK("stuck"),
        FALSE_ACK("false acks"),
        HALF_APPLIED("half applied");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    @Override
    public String toString() {
        return kind.title() + ": " + subject + " " + what;
    }
}
