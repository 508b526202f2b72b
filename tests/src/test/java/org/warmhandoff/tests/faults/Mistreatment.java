package org.warmhandoff.tests.faults;

import java.util.Random;
import org.warmhandoff.tests.faults.Letter.Form;

/** How one letter is sent: mostly as it should be. */
record Mistreatment(boolean truncatedFirst, boolean slowly, boolean repeated, boolean reusedAfter) {

    private static final double TRUNCATED = 0.05;
    private static final double SLOW = 0.02;
    private static final double REPEATED = 0.12;
    private static final double REUSED = 0.02;

    static Mistreatment drawn(Random random) {
        return new Mistreatment(
                random.nextDouble() < TRUNCATED,
                random.nextDouble() < SLOW,
                random.nextDouble() < REPEATED,
                random.nextDouble() < REUSED);
    }

    /** False when the letter was not accepted in the end. */
    boolean send(Letter letter, Postman postman, Cluster cluster, Random random) {
        boolean mllp = letter.form() == Form.MLLP;
        if (truncatedFirst && mllp) {
            postman.breakOff(letter, cluster.node(random.nextInt(9)));
        }
        boolean accepted = postman.deliver(letter, random, slowly);
        if (accepted && repeated) {
            postman.once(letter, cluster.node(random.nextInt(9)), false);
        }
        if (accepted && reusedAfter && mllp) {
            // The same control id for other content.
            postman.once(
                    letter.improper(letter.body().replace("F60.3", "F60.4")), cluster.node(random.nextInt(9)), false);
        }
        return accepted;
    }
}
