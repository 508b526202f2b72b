package org.warmhandoff.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One server with a sender of each dialect and a programme reached by each: hosted here, HL7 v2, FHIR and documents. */
public final class DialectWorld implements AutoCloseable {

    private final MllpPeer mercy = new MllpPeer();
    private final FhirPeer harbor = new FhirPeer();
    private final MllpPeer valley = new MllpPeer();
    private final FhirPeer cedar = new FhirPeer();
    private final RunningServer server;

    public DialectWorld() {
        server = RunningServer.start(ServerSetup.fresh("dialects", partners())
                .with("warmhandoff.delivery.retry.initial", "200ms")
                .with("warmhandoff.delivery.retry.max", "1s")
                .with("warmhandoff.files.poll-interval", "5s"));
    }

    private String partners() {
        return PartnerEntries.none()
                .with(PartnerEntries.hospital("mercy", "EPIC", "MERCYHOSP", mercy.address()))
                .with(PartnerEntries.rehab("harbor", harbor.address()))
                .with(entry("clinic", "hospital", "file", "file:clinic"))
                .with(entry("county-court", "court", "file", "file:court")
                        + "      inbox: { type: file, address: \"file:court-inbox\" }\n")
                .with(PartnerEntries.programme("sunrise"))
                .with(entry("valley", "iop-program", "mllp", valley.address()))
                .with(entry("cedar", "iop-program", "fhir", cedar.address()))
                .with(entry("birch", "iop-program", "file", "file:birch"))
                .with(PartnerEntries.payer("acme-health", "PAY01"))
                .yaml();
    }

    private static String entry(String id, String kind, String type, String address) {
        return PartnerEntries.entry(id, kind) + "      endpoint: { type: " + type + ", address: \"" + address
                + "\" }\n";
    }

    public RunningServer server() {
        return server;
    }

    public Staff staff() {
        return new Staff(server.fhir());
    }

    public MllpPeer mercy() {
        return mercy;
    }

    public FhirPeer harbor() {
        return harbor;
    }

    public MllpPeer valley() {
        return valley;
    }

    public FhirPeer cedar() {
        return cedar;
    }

    /** What lies in a partner's folder and holds that text, the oldest first. */
    public List<String> files(String folder, String holding) {
        return paths(folder).stream()
                .map(DialectWorld::read)
                .filter(content -> content.contains(holding))
                .toList();
    }

    /** Names of files in a partner's folder that hold that text in their name, the oldest first. */
    public List<String> names(String folder, String holding) {
        return paths(folder).stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> name.contains(holding))
                .toList();
    }

    public void put(String folder, String name, String content) {
        try {
            Path path = Files.createDirectories(server.dataDirectory().resolve(folder));
            Files.writeString(path.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> paths(String folder) {
        Path path = server.dataDirectory().resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file ->
                            Files.isRegularFile(file) && !file.toString().endsWith(".tmp"))
                    .sorted(Comparator.comparing(DialectWorld::written))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.nio.file.attribute.FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        mercy.close();
        harbor.close();
        valley.close();
        cedar.close();
    }
}
