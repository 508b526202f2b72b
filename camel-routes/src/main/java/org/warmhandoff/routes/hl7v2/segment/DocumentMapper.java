package org.warmhandoff.routes.hl7v2.segment;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.hl7v2.Er7Value;
import org.warmhandoff.routes.hl7v2.datatype.Fields;

/**
 * OBX with an encapsulated document (ED) to DocumentReference, content inline (v2-to-FHIR: Segment OBX to
 * DocumentReference). A signed consent (LOINC 64292-6) comes this way.
 */
public final class DocumentMapper {

    private static final String CONSENT = "64292-6";
    private static final String US_CORE_CATEGORY =
            "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category";

    private final Translation translation;
    private final Reference patient;

    public DocumentMapper(Translation translation, Reference patient) {
        this.translation = translation;
        this.patient = patient;
    }

    /** The reference to the document; null when its data cannot be read. */
    @Nullable
    public Reference map(Fields obx, int ordinal) {
        obx.skip(1, 2, 4, 11);
        obx.skip(6, 7, 8);
        CodeableConcept type = obx.concept(3);
        Attachment attachment = attachment(obx);
        if (type == null) {
            obx.refuse(3, "missing");
        }
        if (attachment == null || type == null) {
            return null;
        }
        DocumentReference document = new DocumentReference()
                .setStatus(DocumentReferenceStatus.CURRENT)
                .setType(type)
                .setSubject(patient.copy());
        document.addCategory(category(type));
        document.setDateElement(obx.instant(14));
        document.addContent().setAttachment(attachment);
        return translation.resources().add(translation.key("DocumentReference", ordinal), document);
    }

    public static CodeableConcept category(CodeableConcept type) {
        boolean consent = type.getCoding().stream().anyMatch(coding -> CONSENT.equals(coding.getCode()));
        return new CodeableConcept(
                consent
                        ? new Coding(CodeSystems.LOINC, "59284-0", "Consent Document")
                        : new Coding(US_CORE_CATEGORY, "clinical-note", "Clinical Note"));
    }

    /** The document in OBX-5; null when its data cannot be read. */
    public static @Nullable Attachment attachment(Fields obx) {
        Er7Value ed = obx.document(5);
        byte[] data = data(ed);
        if (data.length == 0) {
            obx.refuse(5, "no readable document");
            return null;
        }
        return new Attachment().setContentType(contentType(ed)).setData(data);
    }

    private static byte[] data(Er7Value ed) {
        String text = ed.component(5);
        try {
            return switch (ed.component(4).toUpperCase(Locale.ROOT)) {
                case "BASE64" -> Base64.getMimeDecoder().decode(text);
                case "HEX" -> HexFormat.of().parseHex(text);
                default -> text.getBytes(StandardCharsets.UTF_8);
            };
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Tables 0191 and 0291; some senders give the media type in either. */
    private static String contentType(Er7Value ed) {
        String subtype = ed.component(3).toLowerCase(Locale.ROOT);
        if (subtype.indexOf('/') > 0) {
            return subtype;
        }
        return switch (subtype) {
            case "pdf" -> "application/pdf";
            case "rtf", "richtext" -> "text/rtf";
            case "html" -> "text/html";
            case "xml", "x-hl7-cda-level-one" -> "text/xml";
            case "jpeg", "jpg" -> "image/jpeg";
            case "png", "tiff", "gif" -> "image/" + subtype;
            case "plain", "text", "" -> "text/plain";
            default -> "application/octet-stream";
        };
    }
}
