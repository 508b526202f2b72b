package org.warmhandoff.tests.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.warmhandoff.tests.faults.history.History;

/** Sends what the plans ask for, some at a time, while whatever happens. */
final class Load {

    private static final int SENDERS = 6;
    private static final int STAFF = 3;
    private static final int STRANGER_EVERY = 25;
    private static final int STRANGERS_FROM = 900_000;

    private final Cluster cluster;
    private final Backlog backlog;
    private final Postman postman;
    private final Staffroom staffroom;
    private final Strangers strangers;
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS, Threads::idle);
    private final ExecutorService staff = Executors.newFixedThreadPool(STAFF, Threads::idle);
    private final Duration trickle;
    private volatile boolean trickling;
    private final AtomicInteger done = new AtomicInteger();

    /** @param pace referrals a second while a fault lasts, so that the load lasts too */
    Load(Cluster cluster, History history, String prefix, double pace) {
        this.trickle = Duration.ofMillis((long) (1_000 * SENDERS / pace));
        this.cluster = cluster;
        this.backlog = new Backlog(cluster);
        this.postman = new Postman(cluster, history);
        this.staffroom = new Staffroom(cluster, history);
        this.strangers = new Strangers(cluster, postman, prefix);
    }

    /** Plans whose letters are all sent. */
    int done() {
        return done.get();
    }

    void trickle(boolean on) {
        trickling = on;
    }

    void run(List<Plan> plans) {
        try {
            List<? extends Future<?>> sent =
                    plans.stream().map(plan -> senders.submit(() -> tell(plan))).toList();
            for (Future<?> each : sent) {
                each.get();
            }
            staff.shutdown();
            if (!staff.awaitTermination(15, java.util.concurrent.TimeUnit.MINUTES)) {
                throw new IllegalStateException("Staff did not get through their work");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("A sender failed", e.getCause());
        } finally {
            senders.shutdownNow();
            staff.shutdownNow();
        }
    }

    private void tell(Plan plan) {
        Random random = plan.random();
        backlog.awaitRoom();
        if (trickling) {
            Pause.of(trickle);
        }
        for (Letter letter : new Letters(plan).all()) {
            Mistreatment.drawn(random).send(letter, postman, cluster, random);
        }
        int number = done.incrementAndGet();
        if (number % STRANGER_EVERY == 0) {
            strangers.bother(STRANGERS_FROM + number, random);
        }
        staff.submit(() -> staffroom.work(plan, random));
    }
}
