package org.warmhandoff.server.postgres;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A JVM of its own that starts the server, says so on standard output, and waits to be killed. */
public final class ServingProcess {
    private ServingProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]));
            System.out.println("started " + (server.adopted() ? "adopted " : "fresh ") + server.jdbcUrl());
        } catch (EmbeddedPostgresFailure e) {
            System.out.println("refused " + e.getMessage());
            return;
        }
        new CountDownLatch(1).await();
    }
}
