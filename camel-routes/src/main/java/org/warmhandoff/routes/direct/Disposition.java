package org.warmhandoff.routes.direct;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.warmhandoff.routes.ccda.CcdaReferralReader;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;

/**
 * A message disposition notification (RFC 8098) about a mail that we received; says nothing of what was in it.
 *
 * @param messageId of that mail
 * @param mailbox the name of ours that it was sent to
 * @param type {@code processed}, {@code dispatched} or {@code failed}
 */
public record Disposition(String messageId, String mailbox, String type) {

    /** How a message to send is recognised as a notification. */
    public static final String CONTENT_TYPE = "multipart/report";

    /** Asked for and given under this name (Implementation Guide for Delivery Notification in Direct 1.0). */
    static final String FINAL_DELIVERY = "X-DIRECT-FINAL-DESTINATION-DELIVERY";

    private static final String PARAMETER = ";final-delivery=true";

    /** The content type that a mail is kept with: to which mailbox it came, and whether its sender awaits the result. */
    static String kept(String contentType, String mailbox, boolean finalDelivery) {
        return contentType + ";" + CcdaReferralReader.RECIPIENT + "=" + mailbox + (finalDelivery ? PARAMETER : "");
    }

    /** Whether the sender of a kept mail asked to hear what became of it. */
    public static boolean awaited(InboundMessage mail) {
        return mail.dialect() == Dialect.CCDA && mail.contentType().endsWith(PARAMETER);
    }

    /** The mailbox that a kept mail came to. */
    public static String mailbox(InboundMessage mail) {
        return Arrays.stream(mail.contentType().split(";"))
                .filter(parameter -> parameter.startsWith(CcdaReferralReader.RECIPIENT + "="))
                .map(parameter -> parameter.substring(CcdaReferralReader.RECIPIENT.length() + 1))
                .findFirst()
                .orElse("");
    }

    /** The MIME entity with its headers. */
    public byte[] write(String domain) {
        try {
            MimeMultipart report = new MimeMultipart("report; report-type=disposition-notification");
            MimeBodyPart words = new MimeBodyPart();
            words.setText("Your message was " + type + ".", "us-ascii");
            report.addBodyPart(words);
            InternetHeaders headers = new InternetHeaders();
            headers.addHeader("Content-Type", "message/disposition-notification");
            report.addBodyPart(new MimeBodyPart(headers, fields(domain).getBytes(StandardCharsets.US_ASCII)));
            MimeBodyPart entity = new MimeBodyPart();
            entity.setContent(report);
            // Writes the headers that the content implies.
            entity.setHeader("Content-Type", report.getContentType());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            entity.writeTo(out);
            return out.toByteArray();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a notification could not be written", e);
        }
    }

    private String fields(String domain) {
        String fields = "Reporting-UA: " + domain + "; Warm Handoff\r\n"
                + "Final-Recipient: rfc822;" + mailbox + "@" + domain + "\r\n"
                + "Original-Message-ID: <" + MailReports.plain(messageId).replaceAll("[^\\x21-\\x7e]", "") + ">\r\n"
                + "Disposition: automatic-action/MDN-sent-automatically;" + type + "\r\n";
        return switch (type) {
            case "dispatched" -> fields + FINAL_DELIVERY + ": \r\n";
            case "failed" -> fields + "Failure: the message could not be applied\r\n";
            default -> fields;
        };
    }
}
