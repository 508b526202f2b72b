package org.warmhandoff.routes.hl7v2;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.warmhandoff.routes.partner.ClientCertificate;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.tls.CertificateFile;
import org.warmhandoff.routes.tls.WatchedFiles;

/**
 * Whether who sends is the partner that the message names: a partner whose entry says by which certificate it is known
 * is known by nothing else. A name alone is enough for all others. Fails closed.
 */
final class SenderProof {

    private final Clock clock;
    private final Map<Path, WatchedFiles<List<X509Certificate>>> files = new ConcurrentHashMap<>();

    SenderProof(Clock clock) {
        this.clock = clock;
    }

    boolean proves(Peer peer, Partner partner) {
        ClientCertificate expected = partner.hl7v2().certificate();
        if (expected == null) {
            return true;
        }
        X509Certificate shown = peer.certificate();
        if (shown == null) {
            return !expected.required();
        }
        // A connection may last longer than the certificate that opened it.
        Date now = Date.from(clock.instant());
        boolean current = !now.before(shown.getNotBefore()) && !now.after(shown.getNotAfter());
        return current && isOneOf(shown, expected);
    }

    private boolean isOneOf(X509Certificate shown, ClientCertificate expected) {
        try {
            return expected.fingerprints().contains(CertificateFile.fingerprint(shown))
                    || shown.getSubjectX500Principal().equals(expected.subject())
                    || expected.file() != null && inFile(expected.file()).contains(shown);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private List<X509Certificate> inFile(Path file) {
        try {
            return files.computeIfAbsent(file, path -> new WatchedFiles<>(List.of(path), () -> read(path)))
                    .get();
        } catch (Exception e) {
            return List.of();
        }
    }

    /** A file that was taken away, or cannot be read, names nobody. */
    private static List<X509Certificate> read(Path file) {
        try {
            return CertificateFile.read(file);
        } catch (IOException | GeneralSecurityException e) {
            return List.of();
        }
    }
}
