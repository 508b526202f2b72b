package org.warmhandoff.routes.court.order;

import java.util.List;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.court.order.CourtOrder.CourtDocument;
import org.warmhandoff.routes.court.order.CourtOrder.Participant;

/** The order and the signed release as documents, and the consent that the release is. */
final class DocumentsOfOrder {

    private static final String US_CORE_CATEGORY =
            "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category";
    private static final String PDF = "application/pdf";

    private final OrderBundle bundle;
    private final Reference patient;
    private final ServiceRequest request;
    private final List<String> notes;

    DocumentsOfOrder(OrderBundle bundle, Reference patient, ServiceRequest request, List<String> notes) {
        this.bundle = bundle;
        this.patient = patient;
        this.request = request;
        this.notes = notes;
    }

    void add(Participant participant) {
        Reference signed = null;
        int ordinal = 0;
        for (CourtDocument document : bundle.order().documents()) {
            Reference added = add(document, participant.number() + "|" + ++ordinal);
            request.addSupportingInfo(added.copy());
            signed = document.type() == CourtDocument.Type.RELEASE_OF_INFORMATION ? added : signed;
        }
        consent(signed);
    }

    private Reference add(CourtDocument document, String key) {
        Binary binary = new Binary();
        binary.setContentType(PDF);
        binary.setSecurityContext(patient.copy());
        binary.setData(document.pdf());
        String scope = bundle.order().envelope().messageId() + "|" + key;
        Reference content = bundle.add("Binary|" + scope, binary);
        DocumentReference reference = new DocumentReference()
                .setStatus(DocumentReferenceStatus.CURRENT)
                .setType(new CodeableConcept(type(document.type())))
                .setSubject(patient.copy())
                .setDateElement(new InstantType(bundle.order().envelope().sent().getValueAsString()));
        reference.addCategory(new CodeableConcept(new Coding(US_CORE_CATEGORY, "clinical-note", "Clinical Note")));
        reference.addAuthor(OrderBundle.to(bundle.court()));
        reference
                .addContent()
                .setAttachment(new Attachment()
                        .setContentType(PDF)
                        .setUrl(content.getReference())
                        .setSize(document.pdf().length));
        return bundle.add("DocumentReference|" + scope, reference);
    }

    private static Coding type(CourtDocument.Type type) {
        return type == CourtDocument.Type.RELEASE_OF_INFORMATION
                ? new Coding(CodeSystems.LOINC, "64292-6", "Release of information consent")
                : new Coding(Canonical.codeSystem("document-type"), "court-order", "Court order");
    }

    /** The form without its terms leaves it to staff to complete a proposed consent; terms without a form are nothing. */
    private void consent(@Nullable Reference signed) {
        CourtOrder.Release release = bundle.order().release();
        if (signed == null) {
            if (release != null) {
                notes.add("no consent made: the signed release missing");
            }
            return;
        }
        if (release == null) {
            notes.add("the release is kept, its consent proposed: its terms are missing");
        }
        String key = "Consent|" + bundle.order().envelope().messageId();
        Reference consent = bundle.add(key, ConsentOfOrder.of(bundle, release, patient, signed));
        request.addSupportingInfo(consent);
    }
}
