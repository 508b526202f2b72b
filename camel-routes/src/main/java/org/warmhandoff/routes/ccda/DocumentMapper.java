package org.warmhandoff.routes.ccda;

import java.util.List;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.CodeSystems;

/** A whole document to DocumentReference and Binary (profile iop-note). */
final class DocumentMapper {

    private static final String US_CORE_CATEGORY =
            "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category";
    private static final String FORMATS = "http://ihe.net/fhir/ihe.formatcode.fhir/CodeSystem/formatcode";
    private static final String CONSENT = "64292-6";

    private final Reading reading;
    private int ordinal;

    DocumentMapper(Reading reading) {
        this.reading = reading;
    }

    /**
     * A document to keep.
     *
     * @param format code of IHE formatCode, empty when there is none
     */
    record Kept(CodeableConcept type, Ii id, String contentType, String format, byte[] body) {}

    /** @param authors people or organizations, the custodian last when there is one */
    Reference keep(Kept kept, @Nullable InstantType written, List<Reference> authors, @Nullable Reference custodian) {
        Binary binary = new Binary().setContentType(kept.contentType());
        binary.setData(kept.body()).setSecurityContext(reading.patient());
        Reference content = reading.resources().add(reading.key("Binary", ++ordinal), binary);
        DocumentReference document = new DocumentReference()
                .setStatus(DocumentReferenceStatus.CURRENT)
                .setType(kept.type())
                .setSubject(reading.patient());
        document.setMasterIdentifier(kept.id().identifier(reading.localSystem()));
        document.addCategory(category(kept.type()));
        document.setDateElement(written);
        authors.forEach(author -> document.addAuthor(author.copy()));
        document.setCustodian(custodian == null ? null : custodian.copy());
        var attached = document.addContent()
                .setAttachment(new Attachment()
                        .setContentType(kept.contentType())
                        .setUrl(content.getReference())
                        .setSize(kept.body().length));
        if (!kept.format().isEmpty()) {
            attached.setFormat(new Coding(FORMATS, kept.format(), null));
        }
        return reading.resources().add(reading.key("DocumentReference", ordinal), document);
    }

    private static CodeableConcept category(CodeableConcept type) {
        boolean consent = type.getCoding().stream().anyMatch(coding -> CONSENT.equals(coding.getCode()));
        return new CodeableConcept(
                consent
                        ? new Coding(CodeSystems.LOINC, "59284-0", "Consent Document")
                        : new Coding(US_CORE_CATEGORY, "clinical-note", "Clinical Note"));
    }
}
