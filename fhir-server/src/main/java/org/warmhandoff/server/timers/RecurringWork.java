package org.warmhandoff.server.timers;

import java.time.Duration;

/** Something to do again and again, by whichever node is first. An exception is logged and the next time comes. */
public interface RecurringWork {

    /** Unique and stable: the key of its row. */
    String name();

    /** The pause between two runs. */
    Duration every();

    void run();
}
