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
import java.time.Clock;
import java.util.Date;
import java.util.List;
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
    private final Clock clock;

    DirectMailReader(DirectKeys keys, PartnerDirectory partners, Clock clock) {
        this.keys = keys;
        this.partners = partners;
        this.clock = clock;
    }

    /** @throws IOException when our own key cannot be read: the sender may try again */
    DirectMail read(byte[] bytes) throws IOException {
        Smime smime = smime();
        try {
            return read(new MimeMessage(SESSION, new ByteArrayInputStream(bytes)), smime);
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
        } else if (messageId == null || messageId.isBlank()) {
            return new DirectMail.Refused("no-message-id", "The message has no Message-ID.");
        } else if (!smime.isSealed(message)) {
            return new DirectMail.Refused("not-encrypted", "The message is not encrypted.");
        }
        Optional<X509Certificate> certificate = certificate(sender.get());
        if (certificate.isEmpty()) {
            return new DirectMail.Refused("no-certificate", "The sender has no valid certificate here.");
        }
        Optional<MimeBodyPart> content = smime.signedBy(certificate.get(), smime.open(message));
        return content.isEmpty()
                ? new DirectMail.Refused("not-signed", "The message is not signed with the sender's certificate.")
                : content(sender.get(), messageId.replaceAll("[<>\\s]", ""), content.get());
    }

    private static DirectMail content(Partner sender, String messageId, Part content)
            throws MessagingException, IOException {
        if (content.isMimeType("multipart/report") || content.isMimeType("message/disposition-notification")) {
            return new DirectMail.Notification(sender);
        }
        Part document = new Attachments().find(content, 0);
        if (document == null) {
            return new DirectMail.Refused("no-document", "The message has no XDM package and no C-CDA document.");
        }
        String type = DOCUMENTS.stream()
                .filter(known -> is(document, known))
                .findFirst()
                .orElse("text/xml");
        return new DirectMail.Document(
                sender, messageId, type, document.getInputStream().readAllBytes());
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

    private Optional<X509Certificate> certificate(Partner partner) {
        if (!(partner.endpoint() instanceof PartnerEndpoint.Direct direct)) {
            return Optional.empty();
        }
        try {
            X509Certificate certificate = DirectIdentity.certificate(direct.certificate());
            certificate.checkValidity(Date.from(clock.instant()));
            return Optional.of(certificate);
        } catch (IOException | GeneralSecurityException e) {
            return Optional.empty();
        }
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
