package org.warmhandoff.routes.ccda;

import java.util.List;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;

/** Completes what is asked for by what a document says of it. */
final class RequestFacts {

    private RequestFacts() {}

    /** @param isHere whether what a reference names is in the referral */
    static void complete(ServiceRequest request, Task task, ServiceRequest other, Predicate<Reference> isHere) {
        if (other.getReasonCode().stream().anyMatch(RequestFacts::saysSomething)) {
            request.getReasonCode().removeIf(reason -> !saysSomething(reason));
        }
        add(request.getReasonCode(), other.getReasonCode());
        add(request.getOrderDetail(), other.getOrderDetail());
        addReferences(request.getReasonReference(), other.getReasonReference(), isHere);
        addReferences(request.getSupportingInfo(), other.getSupportingInfo(), isHere);
        addReferences(request.getPerformer(), other.getPerformer(), isHere);
        boolean urgent = other.hasPriority() && other.getPriority() != ServiceRequestPriority.ROUTINE;
        boolean silent = !request.hasPriority() || request.getPriority() == ServiceRequestPriority.ROUTINE;
        if (urgent && silent) {
            request.setPriority(other.getPriority());
            task.setPriority(TaskPriority.fromCode(other.getPriority().toCode()));
        }
    }

    private static boolean saysSomething(CodeableConcept concept) {
        return concept.hasCoding() || concept.hasText();
    }

    private static void add(List<CodeableConcept> concepts, List<CodeableConcept> others) {
        for (CodeableConcept other : others) {
            if (saysSomething(other) && concepts.stream().noneMatch(one -> same(one, other))) {
                concepts.add(other);
            }
        }
    }

    static boolean same(CodeableConcept one, CodeableConcept other) {
        if (one.hasCoding() && other.hasCoding()) {
            return one.getCoding().stream()
                    .anyMatch(coding -> other.getCoding().stream().anyMatch(also -> same(coding, also)));
        }
        String text = words(one);
        return !text.isEmpty() && text.equalsIgnoreCase(words(other));
    }

    private static String words(CodeableConcept concept) {
        return concept.hasText()
                ? concept.getText().strip()
                : concept.getCodingFirstRep().hasDisplay()
                        ? concept.getCodingFirstRep().getDisplay().strip()
                        : "";
    }

    /** ICD-10-CM is written with and without its dot. */
    private static boolean same(Coding one, Coding other) {
        return one.hasCode()
                && one.hasSystem()
                && one.getSystem().equals(other.getSystem())
                && other.hasCode()
                && one.getCode()
                        .replace(".", "")
                        .equalsIgnoreCase(other.getCode().replace(".", ""));
    }

    private static void addReferences(List<Reference> references, List<Reference> others, Predicate<Reference> isHere) {
        for (Reference other : others) {
            boolean known = references.stream().anyMatch(one -> sameTarget(one, other));
            if (!known && isHere.test(other)) {
                references.add(other);
            }
        }
    }

    private static boolean sameTarget(Reference one, Reference other) {
        if (one.hasReference() || other.hasReference()) {
            return one.hasReference() && one.getReference().equals(other.getReference());
        }
        return one.getIdentifier().equalsDeep(other.getIdentifier());
    }
}
