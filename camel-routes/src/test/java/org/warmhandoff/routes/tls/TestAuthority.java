package org.warmhandoff.routes.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certification authority made up for a test. */
public final class TestAuthority {

    private static final Duration YEAR = Duration.ofDays(365);

    private final X500Principal name;
    private final KeyPair keys = keys();
    private final X509Certificate certificate;

    public TestAuthority(String name) {
        this.name = new X500Principal("CN=" + name);
        Instant now = Instant.now();
        certificate = sign(this.name, keys, now.minus(YEAR), now.plus(YEAR), List.of(), true);
    }

    /** A certificate with its key. */
    public record Identity(PrivateKey key, X509Certificate certificate) {

        public Path certificateFile(Path file) {
            return pem(file, "CERTIFICATE", encoded(certificate));
        }

        public Path keyFile(Path file) {
            return pem(file, "PRIVATE KEY", key.getEncoded());
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public Path file(Path file) {
        return pem(file, "CERTIFICATE", encoded(certificate));
    }

    /** Good now, for that subject and these IP addresses or host names. */
    public Identity issue(String subject, String... hosts) {
        return issue(subject, Instant.now().plus(Duration.ofDays(90)), hosts);
    }

    public Identity issue(String subject, Instant until, String... hosts) {
        KeyPair pair = keys();
        X509Certificate issued =
                sign(new X500Principal(subject), pair, until.minus(YEAR), until, List.of(hosts), false);
        return new Identity(pair.getPrivate(), issued);
    }

    /** For a peer in a test: it shows the identity, if any, and trusts this authority. */
    public SSLContext context(@org.jspecify.annotations.Nullable Identity identity) {
        try {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            if (identity != null) {
                own.setKeyEntry("me", identity.key(), new char[0], new X509Certificate[] {identity.certificate()});
            }
            KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keyManagers.init(own, new char[0]);
            KeyStore anchors = KeyStore.getInstance("PKCS12");
            anchors.load(null, null);
            anchors.setCertificateEntry("ca", certificate);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(anchors);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate sign(
            X500Principal subject, KeyPair pair, Instant from, Instant until, List<String> hosts, boolean authority) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(from),
                    Date.from(until),
                    subject,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!hosts.isEmpty()) {
                GeneralName[] names = hosts.stream()
                        .map(host -> new GeneralName(
                                host.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName, host))
                        .toArray(GeneralName[]::new);
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path pem(Path file, String type, byte[] der) {
        try {
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(
                    file, "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
