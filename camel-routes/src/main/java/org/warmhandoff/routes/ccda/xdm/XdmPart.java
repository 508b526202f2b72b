package org.warmhandoff.routes.ccda.xdm;

import java.util.Locale;

/**
 * A document that is to be packed.
 *
 * @param type DocumentEntry.typeCode, and classCode
 * @param format DocumentEntry.formatCode
 */
public record XdmPart(String mimeType, XdmDocument.Type type, XdmDocument.Type format, byte[] body) {

    private static final String FORMATS = "1.3.6.1.4.1.19376.1.2.3";
    private static final String MESSAGE_TYPES = "2.16.840.1.113883.12.76";
    private static final String ER7 = "x-application/hl7-v2+er7";

    public static XdmPart ccda(XdmDocument.Type type, byte[] body) {
        return new XdmPart(
                "text/xml",
                type,
                new XdmDocument.Type("urn:hl7-org:sdwg:ccda-structuredBody:2.1", FORMATS, "C-CDA R2.1"),
                body);
    }

    /**
     * An HL7 v2 message as IHE 360X sends it.
     *
     * @param message such as {@code OSU}
     * @param event such as {@code O51}
     */
    public static XdmPart er7(String message, String event, byte[] body) {
        String format = "urn:ihe:pcc:360x:hl7:" + message + ":" + event + ":2017";
        return new XdmPart(
                ER7,
                new XdmDocument.Type(message, MESSAGE_TYPES, message + "^" + event),
                new XdmDocument.Type(format, FORMATS, "PCC 360X"),
                body);
    }

    /** Its name in the package, which media of every kind can hold (ISO 9660 level 1). */
    String fileName(int ordinal) {
        return String.format(Locale.ROOT, "DOC%05d.%s", ordinal, mimeType.endsWith("xml") ? "XML" : "HL7");
    }
}
