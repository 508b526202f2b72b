package org.warmhandoff.routes.hl7v2.print;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.DocumentReference;
import org.warmhandoff.routes.forward.ReferralContent;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;

/** Documents as OBX of type ED, with whatever they came as: nothing of what a sender wrote is lost to the receiver. */
final class DocumentPrinter {

    /** Table 0291. */
    private static final Map<String, String> SUBTYPES = Map.of(
            "application/pdf", "PDF",
            "text/rtf", "RTF",
            "text/html", "HTML",
            "text/xml", "XML",
            "text/plain", "PLAIN",
            "image/jpeg", "JPEG",
            "image/png", "PNG");

    private final ReferralContent content;

    DocumentPrinter(ReferralContent content) {
        this.content = content;
    }

    void print(int group, StringBuilder out) {
        int ordinal = 0;
        for (DocumentReference document : content.all(DocumentReference.class)) {
            for (DocumentReference.DocumentReferenceContentComponent part : document.getContent()) {
                byte[] data = data(part.getAttachment());
                if (data.length > 0) {
                    if (ordinal == 0) {
                        out.append(obr(group));
                    }
                    out.append(obx(document, part.getAttachment().getContentType(), data, ++ordinal));
                }
            }
        }
    }

    private static String obr(int group) {
        return new Er7Line("OBR")
                .set(1, Integer.toString(group))
                .set(4, Er7Printer.components("77599-9", "Additional documentation", "LN"))
                .text(25, "F")
                .print();
    }

    private static String obx(DocumentReference document, String mediaType, byte[] data, int ordinal) {
        String type = mediaType == null ? "application/octet-stream" : mediaType.toLowerCase(Locale.ROOT);
        return new Er7Line("OBX")
                .set(1, Integer.toString(ordinal))
                .set(2, "ED")
                .set(3, Er7Codes.cwe(document.getType()))
                .set(
                        5,
                        Er7Printer.components(
                                "",
                                type.startsWith("text/") ? "TEXT" : "AP",
                                SUBTYPES.getOrDefault(type, type),
                                "Base64",
                                Base64.getEncoder().encodeToString(data)))
                .set(11, "F")
                .set(14, Er7Types.dtm(document.getDateElement()))
                .print();
    }

    private byte[] data(Attachment attachment) {
        byte[] inline = attachment.getData();
        if (inline != null) {
            return inline;
        }
        return content.find(attachment.getUrl(), Binary.class)
                .map(Binary::getData)
                .orElse(new byte[0]);
    }
}
