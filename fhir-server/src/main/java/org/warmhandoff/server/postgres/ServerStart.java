package org.warmhandoff.server.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One start: what is there is used, what is in the way is cleared, what is missing is made. */
record ServerStart(PostgresLayout layout, PortChooser ports) {
    private static final Logger log = LoggerFactory.getLogger(ServerStart.class);
    private static final int ATTEMPTS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration BRIEF = Duration.ofSeconds(30);
    private static final Pattern MAJOR = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    RunningServer run() throws IOException, InterruptedException {
        PostgresBinaries binaries = PostgresBinaries.unpack(layout);
        ClusterInitializer cluster = new ClusterInitializer(layout, binaries);
        if (cluster.isDone()) {
            cluster.check(major(binaries));
        } else {
            cluster.initialise();
        }
        ServerSettings.write(layout);
        return run(binaries, cluster.password());
    }

    private RunningServer run(PostgresBinaries binaries, String password) throws IOException, InterruptedException {
        ServerLog failure = new ServerLog(layout.log(), 0);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<RunningServer> survivor = new Survivor(layout, password, PATIENCE).adopt();
            if (survivor.isPresent()) {
                return survivor.get();
            }
            failure = ServerLog.open(layout.log());
            Optional<RunningServer> fresh = launch(binaries, new ServerAddress(ports.next(), password));
            if (fresh.isPresent()) {
                binaries.removeOthers(layout);
                return fresh.get();
            }
            if (!passes(failure)) {
                break;
            }
        }
        throw new EmbeddedPostgresFailure("it ended while starting: " + failure.cause());
    }

    private Optional<RunningServer> launch(PostgresBinaries binaries, ServerAddress address)
            throws IOException, InterruptedException {
        LaunchUser user = LaunchUser.choose(layout, false);
        user.takeOver(layout);
        PostgresProcess process = PostgresProcess.start(user, binaries, layout, address.port());
        boolean ready = false;
        try {
            ReadinessCheck.Answer answer = new ReadinessCheck(process, address, PATIENCE).await();
            if (answer == ReadinessCheck.Answer.WRONG_PASSWORD) {
                throw new EmbeddedPostgresFailure("its database does not take the password in " + layout.password());
            }
            ready = answer == ReadinessCheck.Answer.READY;
        } finally {
            if (!ready) {
                process.stop();
            }
        }
        return ready ? Optional.of(new RunningServer(process, address, false)) : Optional.empty();
    }

    /** Whether another attempt may go better: a port taken meanwhile, or remains of a killed server on their way out. */
    private static boolean passes(ServerLog failure) throws IOException, InterruptedException {
        if (failure.mentions("Address already in use")) {
            return true;
        }
        if (failure.mentions("lock file \"postmaster.pid\"") || failure.mentions("shared memory block")) {
            log.info("Waiting for the remains of an earlier PostgreSQL to end");
            Thread.sleep(PAUSE.toMillis());
            return true;
        }
        return false;
    }

    private int major(PostgresBinaries binaries) throws IOException, InterruptedException {
        String version = ShortCommand.run(List.of(binaries.postgres(), "--version"), layout.root(), BRIEF)
                .output();
        Matcher major = MAJOR.matcher(version);
        if (!major.find()) {
            throw new EmbeddedPostgresFailure("its programs do not run here: " + version);
        }
        return Integer.parseInt(major.group(1));
    }
}
