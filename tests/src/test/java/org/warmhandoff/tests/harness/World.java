package org.warmhandoff.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * One running server and the partners around it, shared by all ordinary journeys. Who plays with faults has partners of
 * their own: lakeside and cedar go down, birch refuses.
 */
public final class World implements CloseableResource {

    private final MllpPeer mercy = new MllpPeer();
    private final MllpPeer lakeside = new MllpPeer();
    private final FhirPeer harbor = new FhirPeer();
    private final FhirPeer cedar = new FhirPeer();
    private final FhirPeer birch = new FhirPeer();
    private final Path courtHome;
    private final CourtSftpServer court;
    private final RunningServer server;

    World() {
        try {
            courtHome = Files.createTempDirectory("journey-court");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        court = new CourtSftpServer(courtHome);
        ServerSetup setup = ServerSetup.fresh("world", partners())
                .with("warmhandoff.delivery.retry.initial", "200ms")
                .with("warmhandoff.delivery.retry.max", "1s");
        court.writeKeys(setup.dataDirectory().resolve("keys"));
        server = RunningServer.start(setup);
    }

    public RunningServer server() {
        return server;
    }

    public FhirClient fhir() {
        return server.fhir();
    }

    /** As a partner with its own token. */
    public FhirClient fhir(String partner) {
        return server.fhir(partner);
    }

    public Staff staff() {
        return new Staff(server.fhir());
    }

    /** Sends one HL7 v2 message on a connection of its own. */
    public Er7 send(String message) {
        return MllpClient.sendOnce(server.mllpPort(), message);
    }

    public MllpPeer mercy() {
        return mercy;
    }

    public MllpPeer lakeside() {
        return lakeside;
    }

    public FhirPeer harbor() {
        return harbor;
    }

    public FhirPeer cedar() {
        return cedar;
    }

    public FhirPeer birch() {
        return birch;
    }

    public CourtSftpServer court() {
        return court;
    }

    @Override
    public void close() {
        server.close();
        mercy.close();
        lakeside.close();
        harbor.close();
        cedar.close();
        birch.close();
        court.close();
        Remains.clear(courtHome);
    }

    private String partners() {
        return PartnerEntries.none()
                .with(PartnerEntries.hospital("mercy", "EPIC", "MERCYHOSP", mercy.address()))
                .with(PartnerEntries.hospital("lakeside", "CERNER", "LAKESIDE", lakeside.address()))
                .with(PartnerEntries.silentHospital("northgate", "MEDITECH", "NORTHGATE"))
                .with(PartnerEntries.rehab("harbor", harbor.address()))
                .with(PartnerEntries.rehab("cedar", cedar.address()))
                .with(PartnerEntries.rehab("birch", birch.address()))
                .with(PartnerEntries.programme("sunrise"))
                .with(PartnerEntries.court("county-court", court.address()))
                .with(PartnerEntries.payer("acme-health", "PAY01"))
                .with(PartnerEntries.payer("prairie-mutual", "PAY02"))
                .yaml();
    }
}
