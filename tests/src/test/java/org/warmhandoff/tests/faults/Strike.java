package org.warmhandoff.tests.faults;

import java.util.Random;

/** A fault that begins and is over when it returns. */
record Strike(String name, Blow blow) {

    /** What is done to whom. */
    @FunctionalInterface
    interface Blow {
        void at(Cluster cluster, Random random);
    }
}
