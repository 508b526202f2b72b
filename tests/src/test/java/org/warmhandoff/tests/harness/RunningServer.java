package org.warmhandoff.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.warmhandoff.tests.smart.SmartClient;
import org.warmhandoff.tests.smart.StaffKey;
import org.warmhandoff.tests.smart.TokenEndpoint;
import org.warmhandoff.tests.smart.Tokens;

/** The runnable jar as a process of its own. */
public final class RunningServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(8);
    private static final int STOP_SECONDS = 60;

    private final ServerSetup setup;
    private final int httpPort = Ports.free();
    private final int mllpPort = Ports.free();
    private final Tokens tokens;
    private Process process;

    private RunningServer(ServerSetup setup) {
        this.setup = setup;
        this.tokens = new Tokens(tokenEndpoint());
    }

    /** Starts and waits until the server says that it is ready. */
    public static RunningServer start(ServerSetup setup) {
        RunningServer server = launch(setup);
        server.awaitReady();
        return server;
    }

    /** Starts and does not wait. */
    public static RunningServer launch(ServerSetup setup) {
        RunningServer server = new RunningServer(setup);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.run(Redirect.to(setup.log().toFile()));
        return server;
    }

    /** FHIR for staff of the operator. */
    public FhirClient fhir() {
        return FhirClient.ofFhir(origin() + "/fhir", this::staffToken);
    }

    /** FHIR for a partner of the configuration. */
    public FhirClient fhir(String partner) {
        return FhirClient.ofFhir(origin() + "/fhir", () -> token(partner));
    }

    /** For what is beside FHIR: actuator, console, guide; as staff. */
    public FhirClient http() {
        return FhirClient.ofAnything(origin(), this::staffToken);
    }

    /** The same as a partner. */
    public FhirClient http(String partner) {
        return FhirClient.ofAnything(origin(), () -> token(partner));
    }

    /** A bearer token of the client that staff use. */
    public String staffToken() {
        return tokens.of(staffClient());
    }

    /** A bearer token of a partner's client. */
    public String token(String partner) {
        return tokens.of(client(partner));
    }

    /** Whose private key lies beside the server's data. */
    public SmartClient staffClient() {
        return StaffKey.in(setup.dataDirectory());
    }

    public SmartClient client(String partner) {
        return setup.clients().of(partner);
    }

    public TokenEndpoint tokenEndpoint() {
        return new TokenEndpoint(origin());
    }

    public int httpPort() {
        return httpPort;
    }

    public int mllpPort() {
        return mllpPort;
    }

    public Database database() {
        return Database.embeddedIn(setup.dataDirectory());
    }

    public Path dataDirectory() {
        return setup.dataDirectory();
    }

    /** Everything the process wrote so far. */
    public String output() {
        try {
            return Files.readString(setup.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Process process() {
        return process;
    }

    /** Asks it to stop and waits until it has. */
    public void kill() {
        process.destroy();
        await();
    }

    /** kill -9: no shutdown hook runs, its database goes on. */
    public void killHard() {
        process.destroyForcibly();
        await();
    }

    /** Starts it again, on the same ports and data. */
    public void restart() {
        run(Redirect.appendTo(setup.log().toFile()));
        awaitReady();
    }

    /** Stops it and takes its data away. */
    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
        Remains.clear(setup.dataDirectory());
    }

    private void run(Redirect log) {
        try {
            List<String> command = setup.command(httpPort, mllpPort);
            process = new ProcessBuilder(command)
                    .directory(setup.dataDirectory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        try {
            Patience.await(setup.name() + " is ready", START)
                    .failFast(setup.name() + " ended while starting", () -> !process.isAlive())
                    .ignoreExceptions()
                    .until(() ->
                            http().asNobody().get("actuator/health/readiness").status() == 200);
        } catch (RuntimeException e) {
            close();
            throw new IllegalStateException("The server did not start. Its last words:\n" + lastWords(), e);
        }
    }

    private String lastWords() {
        List<String> lines = output().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    private void await() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(setup.name() + " did not stop within " + STOP_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String origin() {
        return "http://127.0.0.1:" + httpPort;
    }
}
