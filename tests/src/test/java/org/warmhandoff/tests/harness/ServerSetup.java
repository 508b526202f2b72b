package org.warmhandoff.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.warmhandoff.tests.smart.PartnerClients;

/** How one server is to be started: as an operator would, with a configuration file and properties. */
public record ServerSetup(
        String name, Path dataDirectory, String configuration, List<String> properties, List<String> launcher) {

    /** Short-lived: C1 alone halves the start. */
    private static final List<String> LAUNCHER = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            // C1 alone reserves 48 MB, which a long journey fills; after that everything is interpreted.
            "-XX:ReservedCodeCacheSize=128m",
            "-XX:+UseSerialGC",
            "-Xmx1g",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8");

    public ServerSetup {
        properties = List.copyOf(properties);
        launcher = List.copyOf(launcher);
    }

    /** A server with a data directory of its own and the embedded database. */
    public static ServerSetup fresh(String name, String configuration) {
        try {
            Path dataDirectory = Files.createTempDirectory("journey-" + name);
            new PartnerClients(configuration).publish(dataDirectory);
            return new ServerSetup(name, dataDirectory, configuration, List.of(), LAUNCHER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ServerSetup with(String property, Object value) {
        List<String> more = new ArrayList<>(properties);
        more.add("--" + property + "=" + value);
        return new ServerSetup(name, dataDirectory, configuration, more, launcher);
    }

    /** With another JVM or other options of it: the command up to {@code -jar}. */
    public ServerSetup launchedBy(List<String> command) {
        return new ServerSetup(name, dataDirectory, configuration, properties, command);
    }

    public ServerSetup on(Database database) {
        return with("spring.datasource.url", database.url())
                .with("spring.datasource.username", database.user())
                .with("spring.datasource.password", database.password());
    }

    PartnerClients clients() {
        return new PartnerClients(configuration);
    }

    /** Where everything that the server says is kept, for all starts of that name. */
    Path log() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "server-logs"));
            return folder.resolve(name + ".log").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> command(int httpPort, int mllpPort) {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of("-jar", jar().toString(), "serve"));
        command.add("--server.port=" + httpPort);
        command.add("--warmhandoff.mllp.port=" + mllpPort);
        command.add("--warmhandoff.data-dir=" + dataDirectory);
        command.add("--spring.config.additional-location=file:" + configurationFile());
        command.addAll(properties);
        return command;
    }

    private Path configurationFile() {
        try {
            return Files.writeString(dataDirectory.resolve("journey.yaml"), configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar() {
        Path jar = Path.of("").toAbsolutePath().getParent().resolve("fhir-server/target/warmhandoff.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is missing: run mvn verify, or mvn -DskipTests package before");
        }
        return jar;
    }
}
