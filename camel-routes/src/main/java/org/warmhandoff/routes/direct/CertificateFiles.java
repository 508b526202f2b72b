package org.warmhandoff.routes.direct;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates and revocation lists in files, PEM or DER. Read anew each time, so that a renewed one counts at once. */
final class CertificateFiles {

    private CertificateFiles() {}

    /** The first is the one meant, those after it may lead to an authority. */
    static List<X509Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (found.isEmpty()) {
                throw new CertificateException("no certificate in the file");
            }
            return found;
        }
    }

    static X509CRL revocations(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
        }
    }

    /** @param reference with or without {@code file:}, relative to the data directory */
    static Path path(Path dataDirectory, String reference) {
        return dataDirectory.resolve(reference.startsWith("file:") ? reference.substring("file:".length()) : reference);
    }
}
