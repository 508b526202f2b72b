package org.warmhandoff.routes.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** How much work one input may make. Memory is bounded by the heap of the JVM that fuzzes. */
public final class Bounded {

    private static final Duration MOST = Duration.ofSeconds(10);

    private Bounded() {}

    /** What is to be done with an input. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** Counts the processor's time: what else a machine does is not the input's fault. The first input loads the classes. */
    public static void inTime(Work work) throws Exception {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        assertThat(Duration.ofNanos(took)).as("time for one input").isLessThan(MOST);
    }
}
