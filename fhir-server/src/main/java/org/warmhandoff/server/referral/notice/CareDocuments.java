package org.warmhandoff.server.referral.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.ccda.ConsultationNote;
import org.warmhandoff.routes.ccda.ConsultationNoteWriter;
import org.warmhandoff.routes.hl7v2.referral.DocumentNotice.Document;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.MessageIds;
import org.warmhandoff.server.storage.ResourceStore;

/** The document about a client's care that staff hung on the Task of a referral, or a note of ours. */
@Component
class CareDocuments {

    /** Never for others on an ordinary consent (45 CFR 164.508(a)(2), 42 CFR 2.31(b)). */
    private static final Set<String> NEVER = Set.of("V", "PSYTHPN", "HIPAAPsyNotes");

    private final ResourceStore store;
    private final ConsultationNoteWriter writer;

    CareDocuments(ResourceStore store, ConsultationNoteWriter writer) {
        this.store = store;
        this.writer = writer;
    }

    /** The last output of that type that may be shown and has content. */
    Optional<Document> of(ConsentedNotice.Told told, String output) {
        return told.task().getOutput().stream()
                .filter(one -> one.getType().hasCoding(CodeSystems.TASK_OUTPUT, output))
                .map(Task.TaskOutputComponent::getValue)
                .filter(Reference.class::isInstance)
                .flatMap(value -> store.read(new IdType(((Reference) value).getReference())).stream())
                .filter(resource ->
                        resource.getMeta().getSecurity().stream().noneMatch(label -> NEVER.contains(label.getCode())))
                .flatMap(resource -> told.disclosure().show(resource).stream())
                .flatMap(resource -> read(resource, told.disclosure().carriage()).stream())
                .reduce((first, second) -> second);
    }

    /** C-CDA Consultation Note that says what became of the referral. */
    Document note(Delivery delivery, ConsentedNotice.Told told, ReferralStatusNotice.Referral referral) {
        UUID id = UUID.fromString(MessageIds.of(delivery));
        ConsultationNote note = new ConsultationNote(
                id,
                delivery.createdAt(),
                new ConsultationNote.Referral(
                        referral.placer(),
                        referral.taskId(),
                        referral.requester(),
                        referral.performer(),
                        referral.patient()),
                told.referral().state(),
                null,
                told.disclosure().carriage());
        Coding type = new Coding(CodeSystems.LOINC, "11488-4", "Consult note");
        return new Document(id.toString(), type, "application/hl7-cda+xml", writer.write(note), delivery.createdAt());
    }

    private Optional<Document> read(Resource resource, Carriage carriage) {
        if (resource instanceof DocumentReference reference
                && reference.getStatus() == DocumentReferenceStatus.CURRENT) {
            return reference.getContent().stream()
                    .map(DocumentReference.DocumentReferenceContentComponent::getAttachment)
                    .flatMap(attachment -> data(attachment).stream()
                            .map(data -> document(
                                    reference,
                                    reference.getType(),
                                    attachment.getContentType(),
                                    data,
                                    reference.getDate())))
                    .findFirst();
        } else if (resource instanceof Composition composition
                && composition.getStatus() != CompositionStatus.ENTEREDINERROR) {
            byte[] page = CompositionPage.of(composition, carriage).getBytes(StandardCharsets.UTF_8);
            return Optional.of(document(composition, composition.getType(), "text/html", page, composition.getDate()));
        }
        return Optional.empty();
    }

    private static Document document(
            Resource resource, CodeableConcept type, @Nullable String mediaType, byte[] data, @Nullable Date date) {
        Coding coding = type.getCoding().stream()
                .filter(one -> CodeSystems.LOINC.equals(one.getSystem()))
                .findFirst()
                .orElseGet(() -> new Coding(CodeSystems.LOINC, "18842-5", "Discharge summary"));
        return new Document(
                resource.getIdElement().getIdPart(),
                coding,
                mediaType == null ? "application/octet-stream" : mediaType,
                data,
                date == null ? Instant.EPOCH : date.toInstant());
    }

    private Optional<byte[]> data(Attachment attachment) {
        if (attachment.hasData()) {
            return Optional.of(attachment.getData());
        }
        IdType url = new IdType(attachment.getUrl());
        return "Binary".equals(url.getResourceType())
                ? store.read(Binary.class, url.getIdPart()).map(Binary::getData)
                : Optional.empty();
    }
}
