package org.warmhandoff.routes.direct;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.warmhandoff.routes.delivery.DeliveryResult;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.delivery.PartnerSender;
import org.warmhandoff.routes.delivery.SenderProperties;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/** Sends by Direct: signed with our key, encrypted for the partner, handed to the relay. */
final class DirectSender implements PartnerSender {

    private final DirectProperties properties;
    private final DirectKeys keys;
    private final PartnerTrust trust;
    private final SenderProperties timeouts;
    private final Clock clock;

    DirectSender(
            DirectProperties properties, DirectKeys keys, PartnerTrust trust, SenderProperties timeouts, Clock clock) {
        this.properties = properties;
        this.keys = keys;
        this.trust = trust;
        this.timeouts = timeouts;
        this.clock = clock;
    }

    @Override
    public boolean serves(PartnerEndpoint endpoint) {
        return endpoint instanceof PartnerEndpoint.Direct;
    }

    @Override
    public DeliveryResult send(OutboundMessage message) {
        if (!(message.partner().endpoint() instanceof PartnerEndpoint.Direct receiver)) {
            return new DeliveryResult.Retry("configuration", "the partner has another type of endpoint");
        } else if (!properties.enabled()) {
            return new DeliveryResult.Retry("configuration", "warmhandoff.direct.address is not set");
        }
        try {
            MimeMessage mail = mail(message, receiver);
            Transport.send(mail);
            return new DeliveryResult.Delivered("250 " + mail.getMessageID());
        } catch (UntrustedCertificate e) {
            return new DeliveryResult.Retry(e.code(), "the partner's certificate is not to be trusted");
        } catch (GeneralSecurityException | IOException e) {
            return new DeliveryResult.Retry("configuration", "a key or certificate cannot be used");
        } catch (MessagingException e) {
            return failed(e);
        }
    }

    /** Only the number: the words of a mail server may quote what it was sent. */
    private static DeliveryResult failed(MessagingException e) {
        int code = returnCode(e);
        return code >= 500 && code < 600
                ? new DeliveryResult.Rejected("smtp-" + code, "the mail server refused it")
                : new DeliveryResult.Retry(
                        code > 0 ? "smtp-" + code : "io",
                        e.getNextException() == null
                                ? e.getClass().getSimpleName()
                                : e.getNextException().getClass().getSimpleName());
    }

    static int returnCode(MessagingException e) {
        for (Exception at = e; at instanceof MessagingException failure; at = failure.getNextException()) {
            if (at instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            } else if (at instanceof SMTPSendFailedException sending && sending.getNextException() == null) {
                return sending.getReturnCode();
            }
        }
        return 0;
    }

    MimeMessage mail(OutboundMessage message, PartnerEndpoint.Direct receiver)
            throws MessagingException, GeneralSecurityException, IOException {
        X509Certificate certificate = trust.certificate(receiver, PartnerTrust.Use.ENCRYPT);
        boolean report = message.contentType().startsWith(Disposition.CONTENT_TYPE);
        MimeBodyPart sealed = keys.smime().seal(report ? entity(message) : content(message), certificate);
        String from = String.valueOf(properties.address());
        SealedMail mail = new SealedMail(
                session(report),
                "<" + message.messageId() + "@" + Mailbox.of(from).domain() + ">");
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(RecipientType.TO, new InternetAddress(receiver.address()));
        // Nothing of what is inside.
        mail.setSubject(subject(message, report));
        mail.setSentDate(Date.from(clock.instant()));
        if (report) {
            mail.setHeader("Auto-Submitted", "auto-replied");
        } else {
            mail.setHeader("Disposition-Notification-To", from);
            mail.setHeader("Disposition-Notification-Options", Disposition.FINAL_DELIVERY + "=optional,true");
        }
        mail.setContent(sealed.getContent(), sealed.getContentType());
        mail.saveChanges();
        return mail;
    }

    /** ITI TF-2: 3.32.4.1.4 for packages. */
    private static String subject(OutboundMessage message, boolean report) {
        if (report) {
            return "Disposition notification";
        }
        return message.contentType().equals("application/zip") ? "XDM/1.0/DDM" : "Referral";
    }

    /** A notification comes as a whole entity. */
    private static MimeBodyPart entity(OutboundMessage message) throws MessagingException {
        return new MimeBodyPart(new ByteArrayInputStream(message.body()));
    }

    private static MimeBodyPart content(OutboundMessage message) throws MessagingException {
        MimeBodyPart words = new MimeBodyPart();
        words.setText(message.cover() + "A document about a referral is attached.", "utf-8");
        MimeBodyPart document = new MimeBodyPart();
        document.setDataHandler(
                new jakarta.activation.DataHandler(new ByteArrayDataSource(message.body(), message.contentType())));
        document.setFileName(message.fileName());
        document.setHeader("Content-Transfer-Encoding", "base64");
        MimeBodyPart content = new MimeBodyPart();
        content.setContent(new MimeMultipart(words, document));
        return content;
    }

    /** @param report a notification has no return path (RFC 8098, 3), so that nothing can come back for it */
    private Session session(boolean report) throws IOException, GeneralSecurityException {
        String[] relay = properties.relay().split(":", 2);
        Properties settings = new Properties();
        settings.put("mail.smtp.host", relay[0]);
        settings.put("mail.smtp.port", relay[1]);
        settings.put("mail.smtp.from", report ? "<>" : String.valueOf(properties.address()));
        DirectProperties.RelayTls tls = properties.relayTls();
        if (tls.mode() != DirectProperties.Mode.OFF) {
            settings.put("mail.smtp.starttls.enable", "true");
            settings.put("mail.smtp.starttls.required", String.valueOf(tls.mode() == DirectProperties.Mode.REQUIRED));
            settings.put("mail.smtp.ssl.checkserveridentity", "true");
            settings.put("mail.smtp.ssl.socketFactory", keys.relayTls(tls).getSocketFactory());
        }
        settings.put("mail.smtp.connectiontimeout", millis(timeouts.connectTimeout()));
        settings.put("mail.smtp.timeout", millis(timeouts.readTimeout()));
        settings.put("mail.smtp.writetimeout", millis(timeouts.readTimeout()));
        return Session.getInstance(settings);
    }

    private static String millis(java.time.Duration duration) {
        return Long.toString(duration.toMillis());
    }

    /** Keeps the Message-ID that it was given, the same on every retry. */
    private static final class SealedMail extends MimeMessage {

        private final String messageId;

        SealedMail(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
