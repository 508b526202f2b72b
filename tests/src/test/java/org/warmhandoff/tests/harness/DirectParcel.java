package org.warmhandoff.tests.harness;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.bouncycastle.mail.smime.SMIMESigned;
import org.bouncycastle.mail.smime.SMIMEToolkit;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/**
 * A mail of the hub, decrypted, its signature verified.
 *
 * @param returnPath who the envelope names as its sender, empty for nobody
 * @param files of the XDM package, by name
 * @param report the fields of a notification, empty when it is none
 */
public record DirectParcel(
        String messageId, String subject, String returnPath, Map<String, String> files, String report) {

    static DirectParcel open(String from, byte[] data, DirectIdentity own, X509Certificate hub) {
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data));
            MimeBodyPart opened = new SMIMEToolkit(new BcDigestCalculatorProvider())
                    .decrypt(
                            mail,
                            new JceKeyTransRecipientId(own.certificate()),
                            new JceKeyTransEnvelopedRecipient(own.key()));
            SMIMESigned signed = new SMIMESigned((MimeMultipart) opened.getContent());
            for (SignerInformation signer : signed.getSignerInfos().getSigners()) {
                if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(hub))) {
                    throw new IllegalStateException("the signature is not the hub's");
                }
            }
            Map<String, String> files = new LinkedHashMap<>();
            StringBuilder report = new StringBuilder();
            read(signed.getContent(), files, report);
            return new DirectParcel(mail.getMessageID(), mail.getSubject(), from, files, report.toString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void read(Part part, Map<String, String> files, StringBuilder report) throws Exception {
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                read(child, files, report);
            }
        } else if (part.isMimeType("application/zip")) {
            files.putAll(unzip(part.getInputStream().readAllBytes()));
        } else if (part.isMimeType("message/disposition-notification")) {
            report.append(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    public boolean isReport() {
        return !report.isEmpty();
    }

    /** The HL7 v2 message in it; empty when there is none. */
    public String message() {
        return file(".HL7");
    }

    /** The C-CDA document in it; empty when there is none. */
    public String document() {
        return file("1.XML").isEmpty() ? file("2.XML") : file("1.XML");
    }

    public String metadata() {
        return file("METADATA.XML");
    }

    private String file(String end) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(end))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
