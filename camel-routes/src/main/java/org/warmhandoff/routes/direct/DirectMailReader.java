package org.warmhandoff.routes.direct;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/**
 * Opens Direct mail: encrypted for us, and signed with the certificate that the configuration gives the partner whose
 * address it comes from. Never throws for what a mail is. Safe for use by many threads.
 */
final class DirectMailReader {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final String OPTIONS = "Disposition-Notification-Options";
    /** RFC 5322, 2.1.1: what fits on one line. */
    private static final int LONGEST_ID = 998;

    private static final int DEEPEST = 5;
    private static final int MOST_PARTS = 50;
    private static final List<String> DOCUMENTS = List.of(
            "application/zip",
            "application/x-zip-compressed",
            "application/hl7-cda+xml",
            "text/xml",
            "application/xml");

    private final DirectKeys keys;
    private final PartnerDirectory partners;
    private final PartnerTrust trust;

    DirectMailReader(DirectKeys keys, PartnerDirectory partners, PartnerTrust trust) {
        this.keys = keys;
        this.partners = partners;
        this.trust = trust;
    }

    /**
     * @param bounce whether our own relay brought it with an empty return path, as it does what it could not deliver
     * @throws IOException when our own key cannot be read: the sender may try again
     */
    DirectMail read(byte[] bytes, boolean bounce) throws IOException {
        Smime smime = smime();
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
            return bounce && !smime.isSealed(message) && MailReports.isReport(message)
                    ? bounced(message)
                    : read(message, smime);
        } catch (MessagingException | GeneralSecurityException | IOException | RuntimeException e) {
            // What a library says of it may quote the mail.
            return new DirectMail.Refused("unreadable", "The message cannot be read or is not encrypted for us.");
        }
    }

    private Smime smime() throws IOException {
        try {
            return keys.smime();
        } catch (GeneralSecurityException e) {
            throw new IOException("our key cannot be read", e);
        }
    }

    private DirectMail read(MimeMessage message, Smime smime)
            throws MessagingException, GeneralSecurityException, IOException {
        Optional<Partner> sender = from(message).flatMap(this::partner);
        String messageId = message.getMessageID();
        if (sender.isEmpty()) {
            return new DirectMail.Refused("unknown-sender", "The sender is no partner of this server.");
        } else if (messageId == null || messageId.isBlank() || messageId.length() > LONGEST_ID) {
            return new DirectMail.Refused("no-message-id", "The message has no usable Message-ID.");
        } else if (!smime.isSealed(message)) {
            return new DirectMail.Refused("not-encrypted", "The message is not encrypted.");
        }
        X509Certificate certificate;
        try {
            certificate = certificate(sender.get());
        } catch (UntrustedCertificate e) {
            return new DirectMail.Refused(e.code(), "The sender's certificate is not to be trusted.");
        } catch (IOException | GeneralSecurityException e) {
            return new DirectMail.Refused("no-certificate", "The sender has no usable certificate here.");
        }
        Optional<MimeBodyPart> content = smime.signedBy(certificate, smime.open(message));
        return content.isEmpty()
                ? new DirectMail.Refused("not-signed", "The message is not signed with the sender's certificate.")
                : content(sender.get(), MailReports.plain(messageId), message, content.get());
    }

    private static DirectMail content(Partner sender, String messageId, MimeMessage message, Part signed)
            throws MessagingException, IOException {
        // RFC 8551, 3.1: the whole message may be wrapped, to protect its header.
        Part content = signed.isMimeType("message/rfc822") && signed.getContent() instanceof MimeMessage wrapped
                ? wrapped
                : signed;
        if (MailReports.isReport(content)) {
            MailReport report =
                    MailReports.read(content).map(MailReports.Read::report).orElse(null);
            return new DirectMail.Notification(sender, report);
        }
        Part document = new Attachments().find(content, 0);
        if (document == null) {
            return new DirectMail.Refused("no-document", "The message has no XDM package and no C-CDA document.");
        }
        String type = DOCUMENTS.stream()
                .filter(known -> is(document, known))
                .findFirst()
                .orElse("text/xml");
        byte[] body = document.getInputStream().readAllBytes();
        return new DirectMail.Document(sender, messageId, type, body, answer(message, content));
    }

    /** RFC 3834, 2: nothing answers what was sent by a machine on its own. */
    private static DirectMail.Answer answer(Part outer, Part inner) throws MessagingException {
        for (Part part : List.of(outer, inner)) {
            String automatic = first(part, "Auto-Submitted");
            if (!automatic.isEmpty() && !automatic.regionMatches(true, 0, "no", 0, 2)) {
                return DirectMail.Answer.NONE;
            }
        }
        String options = first(outer, OPTIONS) + first(inner, OPTIONS);
        boolean asked = options.toUpperCase(Locale.ROOT).contains(Disposition.FINAL_DELIVERY)
                && options.toLowerCase(Locale.ROOT).contains("true");
        return asked ? DirectMail.Answer.FINAL : DirectMail.Answer.PROCESSED;
    }

    private static String first(Part part, String name) throws MessagingException {
        String[] values = part.getHeader(name);
        return values == null || values[0] == null ? "" : values[0].strip();
    }

    /** Nobody signed it: it may only tell of what went to a partner. */
    private DirectMail bounced(MimeMessage message) throws MessagingException, IOException {
        Optional<MailReports.Read> read = MailReports.read(message);
        Optional<Partner> partner = read.map(MailReports.Read::recipient).flatMap(this::partner);
        return partner.<DirectMail>map(
                        found -> new DirectMail.Notification(found, read.get().report()))
                .orElseGet(() -> new DirectMail.Refused("unknown-report", "The report names no mail of ours."));
    }

    private static boolean is(Part part, String type) {
        try {
            return part.isMimeType(type);
        } catch (MessagingException e) {
            return false;
        }
    }

    /** One person wrote it, or nobody did whom we know. */
    private static Optional<String> from(MimeMessage message) throws MessagingException {
        Address[] from = message.getFrom();
        return from != null && from.length == 1 && from[0] instanceof InternetAddress address
                ? Optional.ofNullable(address.getAddress())
                : Optional.empty();
    }

    private Optional<Partner> partner(String address) {
        return partners.all().stream()
                .filter(partner -> partner.endpoint() instanceof PartnerEndpoint.Direct direct
                        && direct.address().equalsIgnoreCase(address))
                .findFirst();
    }

    private X509Certificate certificate(Partner partner) throws IOException, GeneralSecurityException {
        if (!(partner.endpoint() instanceof PartnerEndpoint.Direct direct)) {
            throw new GeneralSecurityException("no Direct partner");
        }
        return trust.certificate(direct, PartnerTrust.Use.SIGN);
    }

    /** The first document of a message, package before plain; looks at so many parts and no more. */
    private static final class Attachments {

        private int seen;

        @Nullable
        Part find(Part part, int depth) throws MessagingException, IOException {
            if (++seen > MOST_PARTS || depth > DEEPEST) {
                return null;
            }
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                Part found = null;
                for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
                    BodyPart child = parts.getBodyPart(i);
                    Part candidate = find(child, depth + 1);
                    found = better(found, candidate);
                }
                return found;
            }
            return DOCUMENTS.stream().anyMatch(type -> is(part, type)) ? part : null;
        }

        private static @Nullable Part better(@Nullable Part one, @Nullable Part other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return !isPackage(one) && isPackage(other) ? other : one;
        }

        private static boolean isPackage(Part part) {
            return is(part, DOCUMENTS.get(0)) || is(part, DOCUMENTS.get(1));
        }
    }
}
