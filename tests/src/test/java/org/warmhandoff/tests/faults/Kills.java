package org.warmhandoff.tests.faults;

import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.warmhandoff.tests.harness.Database;

/** kill -9 of nodes and of PostgreSQL, and what is started again after it. */
final class Kills {

    static final Strike ONE_NODE = new Strike("kill -9 of a node", Kills::oneNode);
    static final Strike ALL_NODES = new Strike("kill -9 of all nodes", Kills::allNodes);
    static final Strike POSTGRES = new Strike("kill -9 of PostgreSQL", Kills::postgres);
    static final Strike NODE_AND_POSTGRES = new Strike("kill -9 of a node and of PostgreSQL", Kills::nodeAndPostgres);
    static final Strike NODE_AND_ITS_POSTGRES =
            new Strike("kill -9 of a node and of its own PostgreSQL", Kills::nodeAndItsPostgres);
    static final Strike STOP_ONE_NODE = new Strike("a node is stopped and started", Kills::stopOneNode);

    private static final int MOST_MILLIS = 3_000;

    private Kills() {}

    private static void oneNode(Cluster cluster, Random random) {
        Node node = cluster.node(random.nextInt(9));
        node.server().killHard();
        Pause.ofMillis(random.nextInt(MOST_MILLIS));
        node.server().restart();
    }

    private static void allNodes(Cluster cluster, Random random) {
        for (Node node : cluster.nodes()) {
            node.server().killHard();
            Pause.ofMillis(random.nextInt(MOST_MILLIS / 10));
        }
        CompletableFuture.allOf(cluster.nodes().stream()
                        .map(node -> CompletableFuture.runAsync(node.server()::restart, Kills::onItsOwn))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static void postgres(Cluster cluster, Random random) {
        KillablePostgres postgres = Objects.requireNonNull(cluster.postgres());
        postgres.killHard();
        Pause.ofMillis(random.nextInt(MOST_MILLIS));
        postgres.startAgain();
    }

    private static void nodeAndPostgres(Cluster cluster, Random random) {
        Node node = cluster.node(random.nextInt(9));
        node.server().killHard();
        postgres(cluster, random);
        node.server().restart();
    }

    private static void nodeAndItsPostgres(Cluster cluster, Random random) {
        Node node = cluster.node(0);
        long postmaster = Database.postmaster(node.server().dataDirectory());
        node.server().killHard();
        ProcessHandle.of(postmaster).ifPresent(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Pause.until(() -> !process.isAlive(), Duration.ofSeconds(20));
        });
        node.server().restart();
    }

    private static void stopOneNode(Cluster cluster, Random random) {
        Node node = cluster.node(random.nextInt(9));
        node.server().kill();
        node.server().restart();
    }

    private static void onItsOwn(Runnable start) {
        Threads.daemon(start, "restart");
    }
}
