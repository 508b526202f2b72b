package org.warmhandoff.routes.partner;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where and how we send to a partner. */
public sealed interface PartnerEndpoint {

    /** We POST messages to {@code [address]/$process-message}. */
    record Fhir(URI address) implements PartnerEndpoint {}

    /** HL7 v2 over MLLP, one message in flight a connection. */
    record Mllp(String host, int port) implements PartnerEndpoint {}

    /** A folder on an SFTP server; key authentication, strict host keys. */
    record Sftp(String host, int port, String folder, String username, Path privateKey, Path knownHosts)
            implements PartnerEndpoint {}

    /** A local folder, made if absent. */
    record Folder(Path path) implements PartnerEndpoint {}

    /** A Direct mailbox; what is sent is encrypted for the certificate, what comes must be signed with its key. */
    record Direct(String address, Path certificate) implements PartnerEndpoint {}

    /**
     * A partner that works on Tasks here, as Gravity SDOH-CC has it: it is told ids only, or polls.
     *
     * @param hook where a notification is posted; null when it polls
     */
    record TaskExchange(@Nullable URI hook) implements PartnerEndpoint {}

    /**
     * Where one notification goes; never a partner's entry.
     *
     * @param timeout until the whole answer must be there
     * @param trusted whether the configuration names the address, so that the rules for addresses of clients are not asked
     */
    record RestHook(URI address, Duration timeout, boolean trusted) implements PartnerEndpoint {}
}
