package org.warmhandoff.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One server with small patience, for all that is done to it on purpose; started once and stopped with the JVM. */
public final class HostileServer {

    public static final int MOST_CONNECTIONS = 40;
    private static final Path INBOX = Path.of("court-in");
    private static RunningServer shared;

    private HostileServer() {}

    public static synchronized RunningServer shared() {
        if (shared == null) {
            String partners = PartnerEntries.none()
                    .with(PartnerEntries.silentHospital("northgate", "MEDITECH", "NORTHGATE"))
                    .with(PartnerEntries.programme("sunrise"))
                    .with(PartnerEntries.entry("county-court", "court")
                            + "      endpoint: { type: file, address: \"file:court-out\" }\n"
                            + "      inbox: { type: file, address: \"file:" + INBOX + "\" }\n")
                    .yaml();
            shared = RunningServer.start(ServerSetup.fresh("hostile", partners)
                    .with("warmhandoff.mllp.idle-timeout", "3s")
                    .with("warmhandoff.mllp.max-connections", MOST_CONNECTIONS)
                    .with("warmhandoff.files.poll-interval", "500ms"));
        }
        return shared;
    }

    /** Where the court puts its files. */
    public static Path courtInbox() {
        try {
            return Files.createDirectories(shared().dataDirectory().resolve(INBOX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the fixtures of camel-routes: what its readers take. */
    public static String fixture(String name) {
        try {
            return Files.readString(Path.of("..", "camel-routes", "src", "test", "resources", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
