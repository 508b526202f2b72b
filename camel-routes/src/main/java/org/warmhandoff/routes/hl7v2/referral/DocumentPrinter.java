package org.warmhandoff.routes.hl7v2.referral;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.warmhandoff.routes.hl7v2.referral.DocumentNotice.Document;
import org.warmhandoff.routes.hl7v2.segment.Er7Carriage;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;

/**
 * Prints MDM^T02 (HL7 v2.5.1, 9.5.2): MSH, EVN, PID, PV1, TXA, OBX with the document as encapsulated data, and the notice
 * of 42 CFR 2.32 as NTE. Safe for use by many threads.
 */
public final class DocumentPrinter {

    private static final int AVAILABILITY = 19;
    private static final String DISCHARGE_SUMMARY = "18842-5";

    /** The message with CR after each segment. */
    public String print(DocumentNotice notice) {
        return ReferralReply.header(
                        notice.envelope(), "MDM^T02^MDM_T02", notice.carriage().noticed())
                + Er7Printer.segment(
                        "EVN", "T02", ReferralReply.time(notice.envelope().sentAt()))
                + ReferralReply.patient(notice.referral())
                + Er7Printer.segment("PV1", "1", "O")
                + header(notice)
                + content(notice.document())
                + Er7Carriage.notes(notice.carriage());
    }

    /** TXA-2 kind (table 0270), 4 and 6 when, 12 our number, 14 the requester's, 17 to 19 done, restricted, available. */
    private static String header(DocumentNotice notice) {
        Document document = notice.document();
        boolean summary = DISCHARGE_SUMMARY.equals(document.type().getCode());
        String at = time(
                document.writtenAt().equals(Instant.EPOCH)
                        ? notice.envelope().sentAt().toInstant()
                        : document.writtenAt());
        List<String> fields = new ArrayList<>(Collections.nCopies(AVAILABILITY + 1, ""));
        fields.set(0, "TXA");
        fields.set(1, "1");
        fields.set(
                2,
                Er7Printer.components(
                        summary ? "DS" : "CN", summary ? "Discharge summary" : "Consultation", "HL70270"));
        fields.set(3, majorType(document.mediaType()).equals("text") ? "TEXT" : "AP");
        fields.set(4, at);
        fields.set(6, at);
        fields.set(
                12,
                Er7Printer.components(document.id(), notice.envelope().from().application()));
        fields.set(14, Er7Printer.ei(notice.referral().placer()));
        fields.set(17, "AU");
        fields.set(18, "R");
        fields.set(AVAILABILITY, "AV");
        return Er7Printer.segment(fields.toArray(String[]::new));
    }

    private static String content(Document document) {
        String type = Er7Printer.components(
                document.type().getCode(),
                document.type().hasDisplay() ? document.type().getDisplay() : "",
                "LN");
        String data = Er7Printer.components(
                "",
                majorType(document.mediaType()),
                subtype(document.mediaType()),
                "Base64",
                Base64.getEncoder().encodeToString(document.content()));
        return Er7Printer.segment("OBX", "1", "ED", type, "", data, "", "", "", "", "", "F");
    }

    /** ED-2 (table 0191) and ED-3 (0291). */
    private static String majorType(String mediaType) {
        return mediaType.split("/", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static String subtype(String mediaType) {
        String[] parts = mediaType.split("/", 2);
        String sub = parts.length < 2 ? "" : parts[1].split(";")[0].strip().toLowerCase(Locale.ROOT);
        return sub.equals("hl7-cda+xml") ? "x-hl7-cda-level-one" : sub;
    }

    private static String time(Instant instant) {
        return ReferralReply.time(OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
