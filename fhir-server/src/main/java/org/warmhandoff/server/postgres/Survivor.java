package org.warmhandoff.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that a killed JVM left running: taken over when it lets us in, stopped when it does not. */
record Survivor(PostgresLayout layout, String password, Duration patience) {
    private static final Logger log = LoggerFactory.getLogger(Survivor.class);

    Optional<RunningServer> adopt() throws IOException, InterruptedException {
        Optional<PostmasterPid> recorded = PostmasterPid.read(layout.postmasterPid());
        Optional<PostgresProcess> process =
                recorded.flatMap(postmaster -> PostgresProcess.serving(layout, postmaster.pid()));
        if (recorded.isEmpty() || process.isEmpty()) {
            // PostgreSQL would take any live process with that number for itself, and an empty file for damage.
            Files.deleteIfExists(layout.postmasterPid());
            return Optional.empty();
        }
        ServerAddress address = new ServerAddress(recorded.get().port(), password);
        ReadinessCheck.Answer answer = new ReadinessCheck(process.get(), address, patience).await();
        if (answer == ReadinessCheck.Answer.READY) {
            log.info("Took over the PostgreSQL that an earlier process left running");
            return Optional.of(new RunningServer(process.get(), address, true));
        }
        log.warn("Stopping the PostgreSQL that an earlier process left running: {}", answer);
        process.get().stop();
        return Optional.empty();
    }
}
