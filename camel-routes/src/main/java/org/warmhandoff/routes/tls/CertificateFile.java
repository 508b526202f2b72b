package org.warmhandoff.routes.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Certificates in PEM files (RFC 7468, 5). */
public final class CertificateFile {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final long LARGEST = 1024 * 1024;

    private CertificateFile() {}

    /** Those that stand in the file, in order; other things between them are passed over. */
    public static List<X509Certificate> read(Path file) throws IOException, GeneralSecurityException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            throw new IOException("no file of certificates");
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
            byte[] pem = text.substring(at).getBytes(StandardCharsets.US_ASCII);
            Certificate certificate = factory.generateCertificate(new ByteArrayInputStream(pem));
            certificates.add((X509Certificate) certificate);
        }
        return certificates;
    }

    /** When the first of them ends. */
    public static Instant end(Path file) throws IOException, GeneralSecurityException {
        return read(file).stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow(() -> new IOException("no certificate in it"));
    }

    /** SHA-256 of the certificate in lower-case hexadecimal, as {@code openssl x509 -fingerprint -sha256} gives it. */
    public static String fingerprint(X509Certificate certificate) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return HexFormat.of().formatHex(digest);
    }
}
