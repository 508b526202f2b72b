package org.warmhandoff.tests.harness;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.warmhandoff.tests.harness.Authority.Identity;

/**
 * A server and two hospitals: Mercy speaks by mutual TLS both ways, reads Latin 1 and wants admissions and documents;
 * Lakeside speaks in the open and wants nothing more than it must hear.
 */
public final class FeedWorld implements AutoCloseable {

    private final Authority authority = new Authority("Journey CA");
    private final Identity asMercy = authority.issue("CN=mercy", "127.0.0.1");
    private final Identity asAnother = authority.issue("CN=another");
    private final MllpPeer mercy =
            new MllpPeer(authority.context(asMercy).getServerSocketFactory(), StandardCharsets.ISO_8859_1);
    private final MllpPeer lakeside = new MllpPeer();
    private final int tlsPort = Ports.free();
    private final RunningServer server;

    public FeedWorld() {
        ServerSetup setup = ServerSetup.fresh("feeds", partners())
                .with("warmhandoff.delivery.retry.initial", "200ms")
                .with("warmhandoff.delivery.retry.max", "1s")
                .with("warmhandoff.mllp.tls.port", tlsPort)
                .with("warmhandoff.mllp.tls.certificate", "file:keys/hub.pem")
                .with("warmhandoff.mllp.tls.private-key", "file:keys/hub.key")
                .with("warmhandoff.mllp.tls.trust", "file:keys/ca.pem");
        Path keys = setup.dataDirectory().resolve("keys");
        Identity hub = authority.issue("CN=hub", "127.0.0.1");
        hub.certificateFile(keys.resolve("hub.pem"));
        hub.keyFile(keys.resolve("hub.key"));
        authority.file(keys.resolve("ca.pem"));
        server = RunningServer.start(setup);
    }

    private String partners() {
        return PartnerEntries.none()
                .with(PartnerEntries.silentHospital("mercy", "EPIC", "MERCYHOSP")
                        + "      tls: { certificate-fingerprint: \"" + fingerprint(asMercy) + "\" }\n"
                        + "      hl7v2: { charset: \"8859/1\", notices: [adt, mdm] }\n"
                        + "      endpoint: { type: mllp, address: \"mllps://" + mercy.address()
                        + "\", trust: \"file:keys/ca.pem\", certificate: \"file:keys/hub.pem\","
                        + " private-key: \"file:keys/hub.key\" }\n")
                .with(PartnerEntries.hospital("lakeside", "CERNER", "LAKESIDE", lakeside.address()))
                .with(PartnerEntries.programme("sunrise"))
                .yaml();
    }

    private static String fingerprint(Identity identity) {
        try {
            return HexFormat.ofDelimiter(":")
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(identity.certificate().getEncoded()));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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

    public MllpPeer lakeside() {
        return lakeside;
    }

    /** By TLS with Mercy's certificate. */
    public MllpClient asMercy() {
        return new MllpClient(tlsPort, authority.context(asMercy).getSocketFactory());
    }

    /** By TLS with a good certificate of somebody else. */
    public MllpClient asAnother() {
        return new MllpClient(tlsPort, authority.context(asAnother).getSocketFactory());
    }

    @Override
    public void close() {
        server.close();
        mercy.close();
        lakeside.close();
    }
}
