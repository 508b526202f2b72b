package org.warmhandoff.server.labels;

import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.timers.RecurringWork;

/** Seals protected notes with the newest key, so that an old one can be retired. */
@Component
class NoteSeals implements RecurringWork {

    private static final int STEP = 100;

    private final NoteRows rows;
    private final TransactionTemplate transaction;

    NoteSeals(NoteRows rows, TransactionTemplate transaction) {
        this.rows = rows;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "seal-notes";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        int done = STEP;
        while (done == STEP) {
            done = Objects.requireNonNull(transaction.execute(status -> rows.reseal(STEP)));
        }
    }
}
