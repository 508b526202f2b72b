package org.warmhandoff.server.labels;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeResourceDefinition;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentReferenceContentComponent;
import org.hl7.fhir.r4.model.DocumentReference.DocumentReferenceRelatesToComponent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What of a protected note lies with the other records: that there is one, of whom, when and by whom. Built of the elements
 * to keep, so that a text nobody thought of stays out. Pure.
 */
final class NoteStub {

    static final String TITLE = "Protected note";

    /** Stands where the address of the content was. */
    static final String ELSEWHERE = "urn:warmhandoff:protected-note";

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final Set<String> KEPT = Set.of("id", "meta", "text", "contained", "extension", "modifierExtension");

    private NoteStub() {}

    /** Whether a resource can be a protected note, or a part of one. */
    static boolean holds(Resource resource) {
        return resource instanceof DocumentReference || resource instanceof Composition || resource instanceof Binary;
    }

    static Resource of(Resource whole) {
        if (whole instanceof DocumentReference document) {
            return of(document);
        } else if (whole instanceof Composition composition) {
            return of(composition);
        }
        return of((Binary) whole);
    }

    /** Whether it says no more than its stub, as when a client sends back what it read. */
    static boolean isStub(Resource resource) {
        Resource stub = of(resource);
        Resource same = resource.copy();
        stub.setMeta(null);
        same.setMeta(null);
        return stub.equalsDeep(same);
    }

    /** Whether it has content to replace that of a note with. */
    static boolean isComplete(Resource resource) {
        if (resource instanceof DocumentReference document) {
            return document.hasContent()
                    && document.getContent().stream()
                            .noneMatch(content ->
                                    ELSEWHERE.equals(content.getAttachment().getUrl())
                                            && !content.getAttachment().hasData());
        } else if (resource instanceof Composition composition) {
            return composition.hasSection() || composition.hasText();
        }
        return ((Binary) resource).hasData();
    }

    /** Takes out of a resource all that its stub lacks. */
    static void reduce(Resource resource) {
        Resource stub = of(resource);
        RuntimeResourceDefinition definition = CONTEXT.getResourceDefinition(resource);
        for (BaseRuntimeChildDefinition child : definition.getChildren()) {
            if (!KEPT.contains(child.getElementName())) {
                List<IBase> values = child.getAccessor().getValues(stub);
                child.getMutator().setValue(resource, null);
                values.forEach(value -> child.getMutator().addValue(resource, value));
            }
        }
        if (resource instanceof DomainResource record) {
            record.setText(null).setContained(null).setExtension(null).setModifierExtension(null);
        }
    }

    private static DocumentReference of(DocumentReference whole) {
        DocumentReference stub = new DocumentReference();
        stub.setMasterIdentifier(whole.hasMasterIdentifier() ? whole.getMasterIdentifier() : null);
        stub.setIdentifier(whole.getIdentifier());
        stub.setStatus(whole.getStatus());
        stub.setDocStatus(whole.getDocStatus());
        stub.setType(Coded.only(whole.getType()));
        stub.setCategory(Coded.only(whole.getCategory()));
        stub.setSubject(Coded.only(whole.getSubject()));
        stub.setDateElement(whole.getDateElement());
        stub.setAuthor(Coded.onlyReferences(whole.getAuthor()));
        stub.setAuthenticator(Coded.only(whole.getAuthenticator()));
        stub.setCustodian(Coded.only(whole.getCustodian()));
        whole.getRelatesTo()
                .forEach(related -> stub.addRelatesTo(new DocumentReferenceRelatesToComponent(
                        related.getCodeElement(), Coded.only(related.getTarget()))));
        stub.setSecurityLabel(Coded.only(whole.getSecurityLabel()));
        stub.getContext().setEncounter(Coded.onlyReferences(whole.getContext().getEncounter()));
        stub.getContext()
                .setPeriod(whole.getContext().hasPeriod() ? whole.getContext().getPeriod() : null);
        whole.getContent().forEach(content -> stub.addContent(of(content)));
        return common(stub, whole);
    }

    private static DocumentReferenceContentComponent of(DocumentReferenceContentComponent content) {
        Attachment attachment = new Attachment();
        attachment.setContentTypeElement(content.getAttachment().getContentTypeElement());
        String url = content.getAttachment().getUrl();
        attachment.setUrl(isBinary(url) && !content.getAttachment().hasData() ? url : ELSEWHERE);
        DocumentReferenceContentComponent stub = new DocumentReferenceContentComponent(attachment);
        stub.setFormat(content.hasFormat() ? content.getFormat() : null);
        return stub;
    }

    static boolean isBinary(@Nullable String url) {
        return url != null && (url.startsWith("Binary/") || url.startsWith("urn:uuid:"));
    }

    private static Composition of(Composition whole) {
        Composition stub = new Composition();
        stub.setIdentifier(whole.hasIdentifier() ? whole.getIdentifier() : null);
        stub.setStatus(whole.getStatus());
        stub.setType(Coded.only(whole.getType()));
        stub.setCategory(Coded.only(whole.getCategory()));
        stub.setSubject(Coded.only(whole.getSubject()));
        stub.setEncounter(Coded.only(whole.getEncounter()));
        stub.setDateElement(whole.getDateElement());
        stub.setAuthor(Coded.onlyReferences(whole.getAuthor()));
        stub.setTitle(TITLE);
        stub.setConfidentiality(whole.getConfidentiality());
        stub.setCustodian(Coded.only(whole.getCustodian()));
        return common(stub, whole);
    }

    private static Binary of(Binary whole) {
        Binary stub = new Binary();
        stub.setContentTypeElement(whole.getContentTypeElement());
        stub.setSecurityContext(whole.hasSecurityContext() ? Coded.only(whole.getSecurityContext()) : null);
        return common(stub, whole);
    }

    private static <T extends Resource> T common(T stub, Resource whole) {
        stub.setIdElement(whole.getIdElement());
        stub.setMeta(whole.getMeta());
        return stub;
    }
}
