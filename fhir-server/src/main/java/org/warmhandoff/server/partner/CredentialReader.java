package org.warmhandoff.server.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.delivery.Connection;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/**
 * Finds out when what we trust a partner by runs out: the certificate of its https endpoint, and certificates in the
 * files that its entry names (PEM, or x5c of a JSON Web Key Set, RFC 7517 4.7). A bare key has no end.
 */
final class CredentialReader {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LARGEST_FILE = 1024 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path dataDirectory;

    CredentialReader(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    /** Ends by what runs out; what cannot be looked up is left out. */
    Map<String, Instant> ends(Partner partner, PartnerProperties.Entry entry) {
        Map<String, Instant> ends = new TreeMap<>();
        if (partner.endpoint() instanceof PartnerEndpoint.Fhir fhir) {
            overTls(fhir.address()).ifPresent(end -> ends.put("endpoint certificate", end));
        }
        if (entry.endpoint() != null) {
            inFile(entry.endpoint().privateKey()).ifPresent(end -> ends.put("endpoint key", end));
        }
        if (partner.endpoint() instanceof PartnerEndpoint.Mllp mllp && entry.endpoint() != null) {
            overTls(mllp).ifPresent(end -> ends.put("endpoint certificate", end));
            inFile(entry.endpoint().certificate()).ifPresent(end -> ends.put("certificate that we show it", end));
        }
        if (entry.tls() != null) {
            inFile(entry.tls().certificate()).ifPresent(end -> ends.put("client certificate", end));
        }
        if (entry.client() != null) {
            inFile(entry.client().jwks()).ifPresent(end -> ends.put("client key", end));
        }
        return ends;
    }

    private static Optional<Instant> overTls(URI address) {
        if (!"https".equals(address.getScheme())) {
            return Optional.empty();
        }
        try {
            int port = address.getPort() < 0 ? 443 : address.getPort();
            return Optional.of(Connection.certificateEnd(address.getHost(), port, PATIENCE));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> overTls(PartnerEndpoint.Mllp mllp) {
        try {
            return mllp.tls() == null
                    ? Optional.empty()
                    : Optional.of(Connection.certificateEnd(mllp, mllp.tls(), PATIENCE));
        } catch (IOException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> inFile(@Nullable String reference) {
        if (reference == null || !reference.startsWith("file:")) {
            return Optional.empty();
        }
        Path file = dataDirectory.resolve(reference.substring("file:".length()).replaceFirst("^//+", "/"));
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
                return Optional.empty();
            }
            String text = Files.readString(file);
            return text.stripLeading().startsWith("{") ? inKeySet(text) : inPem(text);
        } catch (IOException | CertificateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> inKeySet(String text) throws IOException, CertificateException {
        Optional<Instant> earliest = Optional.empty();
        for (JsonNode key : JSON.readTree(text).path("keys")) {
            for (JsonNode certificate : key.path("x5c")) {
                byte[] der = Base64.getDecoder().decode(certificate.asText());
                earliest = earlier(earliest, end(new ByteArrayInputStream(der)));
            }
        }
        return earliest;
    }

    private static Optional<Instant> inPem(String text) throws CertificateException {
        int start = text.indexOf("-----BEGIN CERTIFICATE-----");
        return start < 0
                ? Optional.empty()
                : Optional.of(end(new ByteArrayInputStream(
                        text.substring(start).getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
    }

    private static Instant end(InputStream certificate) throws CertificateException {
        X509Certificate read =
                (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(certificate);
        return read.getNotAfter().toInstant();
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Instant other) {
        return one.filter(instant -> instant.isBefore(other)).or(() -> Optional.of(other));
    }
}
