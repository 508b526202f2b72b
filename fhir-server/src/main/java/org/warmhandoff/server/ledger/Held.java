package org.warmhandoff.server.ledger;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The checkpoints that the chain must agree with, those of the database and those kept elsewhere, each at its entry. */
final class Held {

    private final Deque<Checkpoint> stored;
    private final Deque<Checkpoint> kept;

    Held(List<Checkpoint> stored, List<Checkpoint> kept) {
        this.stored = inOrder(stored);
        this.kept = inOrder(kept);
    }

    private static Deque<Checkpoint> inOrder(List<Checkpoint> checkpoints) {
        return new ArrayDeque<>(checkpoints.stream()
                .sorted(Comparator.comparingLong(Checkpoint::seq))
                .toList());
    }

    /** Those of the entry where the walk is. */
    Optional<Verdict.Wrong> check(ChainWalk walk, PublicKeys keys) {
        while (isDue(stored.peek(), walk)) {
            Optional<Verdict.Wrong> wrong = walk.checkpoint(stored.remove(), keys);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        while (isDue(kept.peek(), walk)) {
            Optional<Verdict.Wrong> wrong = walk.anchor(kept.remove());
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static boolean isDue(@Nullable Checkpoint next, ChainWalk walk) {
        return next != null && next.seq() <= walk.seq();
    }

    /** Those of entries that are not there. */
    Optional<Verdict.Wrong> beyond(long last) {
        return stored.isEmpty() && kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new Verdict.Wrong(last + 1, "is missing: a checkpoint knows of it"));
    }
}
