package org.warmhandoff.routes.direct;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Keys and certificates made up for a test. */
final class Identities {

    static final String PASSWORD = "test";

    private Identities() {}

    static DirectIdentity of(String address) {
        return of(address, Instant.parse("2036-01-01T00:00:00Z"));
    }

    /** Its certificate is of the whole domain. */
    static DirectIdentity of(String address, Instant until) {
        return made(new Wish(null, "EMAILADDRESS=" + address, until)
                .named(new GeneralName(GeneralName.dNSName, Mailbox.of(address).domain())));
    }

    /** What a certificate shall be. */
    static final class Wish {

        private final @Nullable DirectIdentity issuer;
        private final X500Principal subject;
        private final Instant until;
        private final List<GeneralName> names = new ArrayList<>();
        private int usage;
        private boolean authority;

        Wish(@Nullable DirectIdentity issuer, String subject, Instant until) {
            this.issuer = issuer;
            this.subject = new X500Principal(subject);
            this.until = until;
        }

        Wish named(GeneralName name) {
            names.add(name);
            return this;
        }

        Wish usage(int bits) {
            usage = bits;
            return this;
        }

        Wish authority() {
            authority = true;
            usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
            return this;
        }
    }

    static DirectIdentity made(Wish wish) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            DirectIdentity issuer = wish.issuer;
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer == null ? wish.subject : issuer.certificate().getSubjectX500Principal(),
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(wish.until.minus(Duration.ofDays(7300))),
                    Date.from(wish.until),
                    wish.subject,
                    pair.getPublic());
            if (!wish.names.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(wish.names.toArray(GeneralName[]::new)));
            }
            if (wish.usage != 0) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(wish.usage));
            }
            if (wish.authority) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            }
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA")
                            .build(issuer == null ? pair.getPrivate() : issuer.key())));
            return new DirectIdentity(pair.getPrivate(), certificate);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A revocation list of an authority, PEM not needed. */
    static Path revocations(DirectIdentity authority, Instant next, Path file, X509Certificate... revoked) {
        try {
            JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(
                    authority.certificate().getSubjectX500Principal(), Date.from(next.minus(Duration.ofDays(30))));
            builder.setNextUpdate(Date.from(next));
            for (X509Certificate one : revoked) {
                builder.addCRLEntry(one.getSerialNumber(), Date.from(next.minus(Duration.ofDays(31))), 0);
            }
            return Files.write(
                    file,
                    builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(authority.key()))
                            .getEncoded());
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PKCS#8. */
    static Path key(DirectIdentity identity, Path file) {
        try {
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(identity.key().getEncoded());
            return Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path keyStore(DirectIdentity identity, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "direct", identity.key(), PASSWORD.toCharArray(), new Certificate[] {identity.certificate()});
            store.store(out, PASSWORD.toCharArray());
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path pem(DirectIdentity identity, Path file) {
        try {
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(identity.certificate().getEncoded());
            return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
