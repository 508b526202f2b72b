package org.warmhandoff.server;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
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
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.mail.smime.SMIMEToolkit;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.subethamail.smtp.server.SMTPServer;

/** The Direct mail server of the hospital hillside, with keys made for it and for the hub. */
public final class HillsideMail {

    public static final String ADDRESS = "referrals@direct.hillside.example";
    static final String HUB = "hub@direct.hub.example";
    static final String PASSWORD = "test";

    private record Identity(KeyPair keys, X509Certificate certificate) {}

    private final Identity hub = identity(HUB);
    private final Identity hillside = identity(ADDRESS);
    private final List<byte[]> received = new CopyOnWriteArrayList<>();
    private final SMTPServer server = SMTPServer.port(0)
            .messageHandler((context, from, to, data) -> received.add(data))
            .build();

    /** @param dataDirectory of the hub, gets its key and our certificate */
    HillsideMail(Path dataDirectory) {
        try {
            Path keys = Files.createDirectories(dataDirectory.resolve("keys"));
            Files.writeString(
                    keys.resolve("hillside.pem"),
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder().encodeToString(hillside.certificate.getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "hub", hub.keys.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {hub.certificate});
            try (OutputStream out = Files.newOutputStream(keys.resolve("direct.p12"))) {
                store.store(out, PASSWORD.toCharArray());
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    /** Signs, encrypts and sends a document to a mailbox of the hub. */
    public void send(int hubPort, String mailbox, String document) throws Exception {
        SMIMEToolkit smime = new SMIMEToolkit(new BcDigestCalculatorProvider());
        MimeBodyPart content = new MimeBodyPart();
        content.setContent(document, "text/xml; charset=utf-8");
        MimeBodyPart sealed = smime.encrypt(
                smime.sign(
                        content,
                        new JcaSimpleSignerInfoGeneratorBuilder()
                                .build("SHA256withRSA", hillside.keys.getPrivate(), hillside.certificate)),
                new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build(),
                new JceKeyTransRecipientInfoGenerator(hub.certificate));
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(hubPort));
        MimeMessage mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress(ADDRESS));
        mail.setRecipient(RecipientType.TO, new InternetAddress(mailbox));
        mail.setContent(sealed.getContent(), sealed.getContentType());
        Transport.send(mail);
    }

    /** What came, decrypted; the signature is looked at elsewhere. */
    public List<String> opened() {
        return received.stream().map(this::open).toList();
    }

    private String open(byte[] mail) {
        try {
            MimeBodyPart opened = new SMIMEToolkit(new BcDigestCalculatorProvider())
                    .decrypt(
                            new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)),
                            new JceKeyTransRecipientId(hillside.certificate),
                            new JceKeyTransEnvelopedRecipient(hillside.keys.getPrivate()));
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            opened.writeTo(out);
            return out.toString(java.nio.charset.StandardCharsets.US_ASCII);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Identity identity(String address) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            X500Principal name = new X500Principal("EMAILADDRESS=" + address);
            Instant now = Instant.now();
            return new Identity(
                    pair,
                    new JcaX509CertificateConverter()
                            .getCertificate(new JcaX509v3CertificateBuilder(
                                            name,
                                            BigInteger.valueOf(now.toEpochMilli()),
                                            Date.from(now.minus(Duration.ofDays(1))),
                                            Date.from(now.plus(Duration.ofDays(2))),
                                            name,
                                            pair.getPublic())
                                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
