package org.warmhandoff.routes.partner;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where and how we send to a partner. */
public sealed interface PartnerEndpoint {

    /** We POST messages to {@code [address]/$process-message}. */
    record Fhir(URI address) implements PartnerEndpoint {}

    /**
     * HL7 v2 over MLLP, one message in flight a connection.
     *
     * @param tls null to send in the open
     */
    record Mllp(String host, int port, @Nullable Tls tls) implements PartnerEndpoint {

        public Mllp(String host, int port) {
            this(host, port, null);
        }
    }

    /**
     * Whom we trust and who we are when we connect by TLS.
     *
     * @param trust PEM file with the authorities that may vouch for the host, null for those of the Java runtime
     * @param certificate PEM file with our certificate and its chain, null when none is asked for
     * @param privateKey PEM file with its key, not encrypted
     */
    record Tls(@Nullable Path trust, @Nullable Path certificate, @Nullable Path privateKey) {}

    /** A folder on an SFTP server; key authentication, strict host keys. */
    record Sftp(String host, int port, String folder, String username, Path privateKey, Path knownHosts)
            implements PartnerEndpoint {}

    /** A local folder, made if absent. */
    record Folder(Path path) implements PartnerEndpoint {}

    /** A Direct mailbox; what is sent is encrypted for the certificate, what comes must be signed with its key. */
    record Direct(String address, Path certificate) implements PartnerEndpoint {}
}
