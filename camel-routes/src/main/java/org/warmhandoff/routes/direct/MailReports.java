package org.warmhandoff.routes.direct;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.routes.direct.MailReport.Outcome;

/** Reads {@code multipart/report} (RFC 6522): disposition notifications and delivery statuses. Lenient; pure. */
final class MailReports {

    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_PARTS = 10;
    private static final Set<String> ARRIVED =
            Set.of("processed", "dispatched", "displayed", "delivered", "relayed", "expanded");
    private static final Set<String> LOST = Set.of("failed", "denied", "deleted");

    private MailReports() {}

    /**
     * A report and whom it is about.
     *
     * @param recipient the address that our mail went to, empty when it is not named
     */
    record Read(MailReport report, String recipient) {}

    static boolean isReport(Part part) throws MessagingException {
        return part.isMimeType("multipart/report")
                || part.isMimeType("message/disposition-notification")
                || part.isMimeType("message/delivery-status");
    }

    /** Empty when it does not say of which mail it speaks. */
    static Optional<Read> read(Part part) throws MessagingException, IOException {
        List<Part> parts = parts(part);
        Fields said = new Fields();
        for (Part one : parts) {
            if (one.isMimeType("message/disposition-notification") || one.isMimeType("message/delivery-status")) {
                said.addAll(text(one));
            } else if (one.isMimeType("message/rfc822") || one.isMimeType("text/rfc822-headers")) {
                said.original = header(text(one), "Message-ID");
            }
        }
        String id = said.first("Original-Message-ID");
        String messageId = plain(id.isEmpty() ? said.original : id);
        String word = word(said);
        return messageId.isEmpty() || word.isEmpty()
                ? Optional.empty()
                : Optional.of(new Read(new MailReport(messageId, outcome(word), word), said.recipient()));
    }

    private static List<Part> parts(Part part) throws MessagingException, IOException {
        List<Part> parts = new ArrayList<>();
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
            for (int i = 0; i < Math.min(many.getCount(), MOST_PARTS); i++) {
                BodyPart child = many.getBodyPart(i);
                parts.add(child);
            }
        } else {
            parts.add(part);
        }
        return parts;
    }

    private static String text(Part part) throws MessagingException, IOException {
        return new String(part.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    }

    /** The end of {@code automatic-action/MDN-sent-automatically; processed/error}, or a DSN's Action. */
    private static String word(Fields said) {
        String disposition = said.first("Disposition").toLowerCase(Locale.ROOT);
        String type = disposition.substring(disposition.indexOf(';') + 1).strip();
        String word = (disposition.isEmpty() ? said.first("Action") : type).toLowerCase(Locale.ROOT);
        boolean failed = word.contains("/error")
                || word.contains("/failed")
                || !said.first("Failure").isEmpty();
        String plain = word.replaceAll("[^a-z].*", "");
        return failed && !plain.isEmpty() ? "failed" : plain;
    }

    private static Outcome outcome(String word) {
        if (LOST.contains(word)) {
            return Outcome.FAILED;
        }
        return ARRIVED.contains(word) ? Outcome.TAKEN : Outcome.PENDING;
    }

    static String plain(String messageId) {
        return messageId.replaceAll("[<>\\s]", "");
    }

    static String header(String text, String name) throws MessagingException {
        InternetHeaders headers = new InternetHeaders(
                new ByteArrayInputStream((text.stripTrailing() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)));
        String[] values = headers.getHeader(name);
        return values == null ? "" : values[0].strip();
    }

    /** The fields of a report: groups with an empty line between, of which each recipient has one. */
    private static final class Fields {

        private final List<String> groups = new ArrayList<>();
        private String original = "";

        void addAll(String text) {
            groups.addAll(List.of(text.replace("\r\n", "\n").strip().split("\n\\s*\n")));
        }

        String first(String name) {
            return groups.stream()
                    .map(group -> value(group, name))
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        /** {@code rfc822; name@domain}. */
        String recipient() {
            String address = first("Final-Recipient");
            return address.substring(address.indexOf(';') + 1).strip();
        }

        private static String value(String group, String name) {
            try {
                return header(group, name);
            } catch (MessagingException e) {
                return "";
            }
        }
    }
}
