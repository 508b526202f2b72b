package org.warmhandoff.tests.faults;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.tests.harness.Database;
import org.warmhandoff.tests.harness.RunningServer;
import org.warmhandoff.tests.harness.ServerSetup;

/** Nodes on one database, and the partners around them. Without a database given, one node on its embedded one. */
final class Cluster implements AutoCloseable {

    private final Partners partners = new Partners();
    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private final @Nullable KillablePostgres postgres;

    Cluster(@Nullable KillablePostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts one more node. */
    Cluster grow() {
        ServerSetup setup = ServerSetup.fresh("faults-" + nodes.size(), partners.configuration())
                .with("warmhandoff.delivery.retry.initial", "200ms")
                .with("warmhandoff.delivery.retry.max", "2s")
                .with("warmhandoff.delivery.lease", "15s")
                .with("warmhandoff.delivery.sender.connect-timeout", "1s")
                .with("warmhandoff.delivery.sender.read-timeout", "3s")
                .with("warmhandoff.mllp.sender.connect-timeout", "1s")
                .with("warmhandoff.mllp.sender.answer-timeout", "3s")
                .with("warmhandoff.inbox.lease", "15s")
                .with("warmhandoff.inbox.synchronous-grace", "10s")
                .with("spring.datasource.hikari.connection-timeout", "5000");
        partners.writeKeys(setup.dataDirectory());
        nodes.add(Node.of(RunningServer.start(postgres == null ? setup : setup.on(postgres.address()))));
        return this;
    }

    Partners partners() {
        return partners;
    }

    List<Node> nodes() {
        return nodes;
    }

    Node node(int number) {
        return nodes.get(Math.floorMod(number, nodes.size()));
    }

    @Nullable
    KillablePostgres postgres() {
        return postgres;
    }

    Database database() {
        return postgres == null ? nodes.get(0).server().database() : postgres.address();
    }

    /** All doors: those of the partners and those of the nodes. */
    Stream<FaultyProxy> doors() {
        return Stream.concat(
                partners.doors().stream(), nodes.stream().flatMap(node -> Stream.of(node.mllp(), node.http())));
    }

    int mishaps() {
        return doors().mapToInt(FaultyProxy::injected).sum();
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        partners.close();
        if (postgres != null) {
            postgres.close();
        }
    }
}
