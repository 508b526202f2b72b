package org.warmhandoff.tests.faults.history;

import java.util.stream.Stream;

/** Something that must hold whatever broke on the way. */
@FunctionalInterface
interface Rule {

    Stream<Violation> brokenIn(Evidence evidence);
}
