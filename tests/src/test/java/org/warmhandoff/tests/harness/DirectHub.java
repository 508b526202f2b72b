package org.warmhandoff.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.bouncycastle.asn1.x509.GeneralName;
import org.warmhandoff.tests.harness.DirectMailbox.Letter;

/** A server with a hospital that speaks Direct to it, under an authority that both trust; mail comes by STARTTLS only. */
public final class DirectHub implements AutoCloseable {

    private final DirectIdentity authority = DirectIdentity.authority("CN=Trust Bundle");
    private final int port = Ports.free();
    private final DirectMailbox valley;
    private final RunningServer server;

    public DirectHub() {
        DirectIdentity hub = authority.issues(new GeneralName(GeneralName.rfc822Name, DirectMailbox.HUB));
        DirectIdentity own = authority.issues(new GeneralName(GeneralName.rfc822Name, DirectMailbox.ADDRESS));
        DirectIdentity tls = DirectIdentity.authority("CN=mail.hub.example");
        valley = new DirectMailbox(own, hub);
        ServerSetup setup = ServerSetup.fresh("direct", partners())
                .with("warmhandoff.delivery.retry.initial", "200ms")
                .with("warmhandoff.delivery.retry.max", "1s")
                .with("warmhandoff.direct.address", DirectMailbox.HUB)
                .with("warmhandoff.direct.key-store-password", DirectIdentity.PASSWORD)
                .with("warmhandoff.direct.port", port)
                .with("warmhandoff.direct.relay", "127.0.0.1:" + valley.port())
                .with("warmhandoff.direct.tls.mode", "required")
                .with("warmhandoff.direct.tls.certificate", "file:keys/tls.pem")
                .with("warmhandoff.direct.tls.key", "file:keys/tls.key")
                .with("warmhandoff.direct.trust.anchors", "file:keys/anchors.pem");
        Path keys = directory(setup.dataDirectory().resolve("keys"));
        hub.writeKeyStore(keys.resolve("direct.p12"));
        own.writeCertificate(keys.resolve("valley.pem"));
        authority.writeCertificate(keys.resolve("anchors.pem"));
        tls.writeCertificate(keys.resolve("tls.pem"));
        tls.writeKey(keys.resolve("tls.key"));
        server = RunningServer.start(setup);
    }

    private static Path directory(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String partners() {
        return PartnerEntries.none()
                .with(
                        """
                            - id: valley
                              name: "Valley Hospital"
                              kind: hospital
                              endpoint: { type: direct, address: "%s", certificate: "file:keys/valley.pem" }
                        """
                                .formatted(DirectMailbox.ADDRESS))
                .with(PartnerEntries.programme("sunrise"))
                .with(PartnerEntries.payer("acme-health", "PAY01"))
                .yaml();
    }

    public int send(Letter letter) {
        return valley.send(port, letter);
    }

    /** Signed by somebody else whom the authority knows by the same name. */
    public int sendForged(Letter letter) {
        return valley.send(
                port, letter, authority.issues(new GeneralName(GeneralName.rfc822Name, DirectMailbox.ADDRESS)));
    }

    public int sendOpenly(Letter letter) {
        return valley.sendOpenly(port, letter);
    }

    /** Waits until the hospital has a mail like that. */
    public DirectParcel arrives(String what, Predicate<DirectParcel> like) {
        return Patience.await(what)
                .until(() -> valley.received().stream().filter(like).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    public long count(Predicate<DirectParcel> like) {
        return valley.received().stream().filter(like).count();
    }

    public Staff staff() {
        return new Staff(server.fhir());
    }

    public RunningServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
        valley.close();
    }
}
