package org.warmhandoff.routes.court.order;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a court's filing system says of a filing that it was sent (ECF 5.01, 6.2.5): {@code MessageStatus} at once,
 * {@code NotifyFilingReviewComplete} when the clerk has looked, {@code NotifyDocketingComplete} when it lies with the case.
 * Of the case and its parties, which such a message repeats, nothing is read.
 *
 * @param messageIds the identifications it carries; ours is among them if it answers a filing of ours
 * @param accepted whether the court has it so far
 * @param code in words of ECF, such as {@code rejected} or {@code dataerror}
 */
public record EcfReceipt(List<String> messageIds, boolean accepted, String code) {

    private static final String STATUS = "cbrn:MessageStatus";
    private static final Set<String> CALLBACKS = Set.of(
            "reviewfilingcallback:NotifyFilingReviewCompleteMessage", "docketcallback:NotifyDocketingCompleteMessage");

    /** A second copy is no failure: the court has the first. */
    private static final Set<String> GOOD = Set.of(
            "success",
            "duplicatemessage",
            "accepted",
            "partially-accepted",
            "received",
            "issued",
            "successful",
            "docketed");

    private static final Set<String> BAD = Set.of(
            "rejected",
            "cancelled",
            "unsuccessful",
            "activitycodefailure",
            "dataerror",
            "deviceerror",
            "erroracknowledgement",
            "invalidschema",
            "messageerror",
            "other",
            "systemerror",
            "unknownerror");

    private static final Set<String> SILENT = Set.of("not applicable");

    public EcfReceipt {
        messageIds = List.copyOf(messageIds);
    }

    /** Empty when the file is no such message, or is none that can be understood as one. */
    public static Optional<EcfReceipt> read(byte[] message) {
        try {
            return inside(HardenedXml.parse(message)).flatMap(EcfReceipt::of);
        } catch (UnusableOrder e) {
            return Optional.empty();
        }
    }

    private static Optional<XmlElement> inside(XmlElement root) {
        boolean wrapped = root.name().startsWith("wrappers:");
        return Stream.concat(Stream.of(root), wrapped ? root.children().stream() : Stream.empty())
                .filter(found -> found.name().equals(STATUS) || CALLBACKS.contains(found.name()))
                .findFirst();
    }

    private static Optional<EcfReceipt> of(XmlElement message) {
        XmlElement numbered = message.find("ecf:MessageStatusAugmentation").orElse(message);
        List<String> ids = numbered.all("nc:DocumentIdentification").stream()
                .map(found -> found.text("nc:IdentificationID"))
                .filter(id -> !id.isEmpty())
                .toList();
        List<String> codes = codes(message)
                .map(code -> code.toLowerCase(Locale.ROOT))
                .filter(code -> !code.isEmpty() && !SILENT.contains(code))
                .toList();
        Optional<String> bad = codes.stream().filter(BAD::contains).findFirst();
        return bad.or(() -> codes.stream().filter(GOOD::contains).findFirst())
                .map(code -> new EcfReceipt(ids, bad.isEmpty(), code));
    }

    /** The filing as a whole, or else its lead document. */
    private static Stream<String> codes(XmlElement message) {
        if (message.name().equals(STATUS)) {
            return Stream.of(message.text("cbrn:MessageStatusCode"));
        }
        return Stream.of(
                message.text("ecf:FilingStatus", "ecf:FilingDocketingStatusCode"),
                message.text("ecf:FilingStatus", "ecf:FilingReviewStatusCode"),
                message.text(
                        "ecf:LeadDocumentReview",
                        "ecf:DocumentReviewDisposition",
                        "ecf:DocumentReviewStatus",
                        "nc:StatusText"));
    }
}
