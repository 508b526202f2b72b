package org.warmhandoff.tests.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.warmhandoff.tests.harness.RunningServer;

/** A number of senders, each with one request in flight, for some seconds after some seconds of the same unmeasured. */
record Load(RunningServer server, BenchSettings settings, Runnable quiet) {

    /** One request: prepares what it sends first and answers the nanoseconds from sending to the answer. */
    interface Sender {
        long send() throws Exception;
    }

    /** With a wait before and after, so that work which goes on after the answer counts as well. */
    Load untilQuiet(Runnable more) {
        return new Load(server, settings, more);
    }

    Measured run(String what, List<? extends Sender> senders) {
        samples(senders, settings.warmupSeconds());
        quiet.run();
        Cpu before = Cpu.of(server);
        long start = System.nanoTime();
        List<Long> samples = samples(senders, settings.seconds());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        quiet.run();
        return Measured.of(what, samples, took, Cpu.of(server).since(before));
    }

    private static List<Long> samples(List<? extends Sender> senders, int seconds) {
        ExecutorService threads = Executors.newFixedThreadPool(senders.size());
        try {
            long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
            List<Future<List<Long>>> running = threads.invokeAll(senders.stream()
                    .map(sender -> (Callable<List<Long>>) () -> until(end, sender))
                    .toList());
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> each : running) {
                all.addAll(each.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A sender failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Long> until(long end, Sender sender) throws Exception {
        List<Long> nanos = new ArrayList<>();
        while (System.nanoTime() < end) {
            nanos.add(sender.send());
        }
        return nanos;
    }
}
