package org.warmhandoff.tests.privacy;

/** A request that two servers answer differently, made as small as it gets. */
record Difference(String principal, Probe probe, Probe smallest, String what) {

    String text(String base) {
        return "%s as %s: %s%n  %s%n  from %s"
                .formatted(probe.exit(), principal, what, smallest.curl(base), probe.target());
    }
}
