package org.warmhandoff.tests.harness;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.mail.smime.SMIMEToolkit;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.subethamail.smtp.server.SMTPServer;

/** A hospital's Direct mail server and client. */
public final class DirectMailbox implements AutoCloseable {

    public static final String ADDRESS = "referrals@direct.valley.example";
    public static final String HUB = "hub@direct.hub.example";

    private final DirectIdentity own;
    private final DirectIdentity hub;
    private final List<DirectParcel> received = new CopyOnWriteArrayList<>();
    private final SMTPServer mails;

    public DirectMailbox(DirectIdentity own, DirectIdentity hub) {
        this.own = own;
        this.hub = hub;
        // A notification has no return path; GreenMail takes no such mail.
        mails = SMTPServer.port(0)
                .messageHandler((context, from, to, data) ->
                        received.add(DirectParcel.open(from, data, own, hub.certificate())))
                .build();
        mails.start();
    }

    public int port() {
        return mails.getPortAllocated();
    }

    /** What came so far, opened, in order. */
    public List<DirectParcel> received() {
        return List.copyOf(received);
    }

    /** A mail that is to be sent. */
    public record Letter(String messageId, MimeBodyPart content, boolean automatic, boolean awaitsOutcome) {

        public static Letter of(String fileName, byte[] body) {
            try {
                MimeBodyPart words = new MimeBodyPart();
                words.setText("See the attachment.");
                MimeBodyPart file = new MimeBodyPart();
                file.setDataHandler(new DataHandler(new ByteArrayDataSource(body, "application/zip")));
                file.setFileName(fileName);
                MimeBodyPart all = new MimeBodyPart();
                all.setContent(new MimeMultipart(words, file));
                return new Letter(UUID.randomUUID() + "@direct.valley.example", all, false, true);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Says what became of a mail (RFC 8098). */
        public static Letter notification(String about, String disposition) {
            try {
                MimeBodyPart words = new MimeBodyPart();
                words.setText("A notification.");
                MimeBodyPart fields = new MimeBodyPart();
                fields.setDataHandler(new DataHandler(new ByteArrayDataSource(
                        "Final-Recipient: rfc822;" + ADDRESS + "\r\nOriginal-Message-ID: " + about
                                + "\r\nDisposition: automatic-action/MDN-sent-automatically; " + disposition + "\r\n",
                        "message/disposition-notification")));
                MimeMultipart report = new MimeMultipart("report; report-type=disposition-notification");
                report.addBodyPart(words);
                report.addBodyPart(fields);
                MimeBodyPart all = new MimeBodyPart();
                all.setContent(report);
                return new Letter(UUID.randomUUID() + "@direct.valley.example", all, true, false);
            } catch (MessagingException | java.io.IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Signs as somebody, encrypts for the hub and sends. @return 250, or the code of the refusal */
    public int send(int hubPort, Letter letter, DirectIdentity signer) {
        try {
            SMIMEToolkit smime = new SMIMEToolkit(new BcDigestCalculatorProvider());
            MimeBodyPart sealed = smime.encrypt(
                    smime.sign(
                            letter.content(),
                            new JcaSimpleSignerInfoGeneratorBuilder()
                                    .build("SHA256withRSA", signer.key(), signer.certificate())),
                    new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build(),
                    new JceKeyTransRecipientInfoGenerator(hub.certificate()));
            MimeMessage mail = mail(hubPort, letter);
            mail.setContent(sealed.getContent(), sealed.getContentType());
            mail.saveChanges();
            return transport(mail, letter.messageId());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public int send(int hubPort, Letter letter) {
        return send(hubPort, letter, own);
    }

    /** As it is, for everybody to read. */
    public int sendOpenly(int hubPort, Letter letter) {
        try {
            MimeMessage mail = mail(hubPort, letter);
            mail.setContent((MimeMultipart) letter.content().getContent());
            mail.saveChanges();
            return transport(mail, letter.messageId());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage mail(int hubPort, Letter letter) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(hubPort));
        settings.put("mail.smtp.starttls.required", "true");
        settings.put("mail.smtp.starttls.enable", "true");
        settings.put("mail.smtp.ssl.trust", "127.0.0.1");
        settings.put("mail.smtp.ssl.checkserveridentity", "false");
        MimeMessage mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress(ADDRESS));
        mail.setRecipient(RecipientType.TO, new InternetAddress("sunrise@direct.hub.example"));
        mail.setSubject("Referral");
        if (letter.automatic()) {
            mail.setHeader("Auto-Submitted", "auto-replied");
        }
        if (letter.awaitsOutcome()) {
            mail.setHeader("Disposition-Notification-Options", "X-DIRECT-FINAL-DESTINATION-DELIVERY=optional,true");
        }
        return mail;
    }

    private static int transport(MimeMessage mail, String messageId) throws MessagingException {
        mail.setHeader("Message-ID", "<" + messageId + ">");
        try (Transport transport = mail.getSession().getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(mail, mail.getAllRecipients());
            return 250;
        } catch (org.eclipse.angus.mail.smtp.SMTPSendFailedException e) {
            return e.getReturnCode();
        }
    }

    @Override
    public void close() {
        mails.stop();
    }
}
