package org.warmhandoff.tests.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.warmhandoff.tests.faults.history.Answer;
import org.warmhandoff.tests.faults.history.History;
import org.warmhandoff.tests.faults.history.Sending;

/** A sender as it should be: keeps on sending the same bytes until it has an answer that says yes or no. */
final class Postman {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final int MOST_PAUSE = 400;

    private final Cluster cluster;
    private final History history;

    Postman(Cluster cluster, History history) {
        this.cluster = cluster;
        this.history = history;
    }

    /** True when it was accepted. */
    boolean deliver(Letter letter, Random random, boolean slowly) {
        Instant giveUp = Instant.now().plus(PATIENCE);
        int node = random.nextInt(cluster.nodes().size());
        while (Instant.now().isBefore(giveUp)) {
            Answer answer = once(letter, cluster.node(node), slowly);
            if (answer == Answer.ACCEPTED || answer == Answer.REFUSED) {
                return answer == Answer.ACCEPTED;
            }
            node++;
            Pause.ofMillis(random.nextInt(MOST_PAUSE));
        }
        return false;
    }

    Answer once(Letter letter, Node node, boolean slowly) {
        Answer answer = slowly ? Wire.sendSlowly(letter, node) : Wire.send(letter, node);
        note(letter, answer);
        return answer;
    }

    /** Begins to send it and breaks off. */
    void breakOff(Letter letter, Node node) {
        Wire.truncated(letter, node);
        note(letter, Answer.NONE);
    }

    private void note(Letter letter, Answer answer) {
        history.add(new Sending(
                letter.sender(),
                letter.placer(),
                letter.step(),
                letter.controlId(),
                letter.proper(),
                answer,
                Instant.now()));
    }
}
