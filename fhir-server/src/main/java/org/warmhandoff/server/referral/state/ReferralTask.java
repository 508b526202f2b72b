package org.warmhandoff.server.referral.state;

import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;

/** Reads what the workflow needs from a referral's Task (profile iop-referral-task). */
public record ReferralTask(Task task) {

    /** Whether the Task is a referral: it asks to fulfil an order, or carries a state of ours. */
    public static boolean isReferral(Task task) {
        return hasCoding(task.getCode(), CodeSystems.FHIR_TASK_CODE, "fulfill")
                || codeIn(task.getBusinessStatus(), CodeSystems.BUSINESS_STATUS).isPresent();
    }

    /** Empty when the Task has no business status, or one that we do not know. */
    public Optional<BusinessStatus> state() {
        return codeIn(task.getBusinessStatus(), CodeSystems.BUSINESS_STATUS).flatMap(BusinessStatus::ofCode);
    }

    /** The requester's referral number. */
    public Optional<Identifier> placer() {
        return task.getIdentifier().stream()
                .filter(identifier -> hasCoding(identifier.getType(), CodeSystems.V2_IDENTIFIER_TYPE, "PLAC"))
                .findFirst();
    }

    /** Partner id of the requester; empty when the reference is literal only. */
    public Optional<String> requesterPartner() {
        return partner(task.getRequester());
    }

    /** Partner id of the owner; empty when the reference is literal only. */
    public Optional<String> ownerPartner() {
        return partner(task.getOwner());
    }

    /** The state that a request for cancellation found. */
    public Optional<BusinessStatus> stateBeforeCancellation() {
        return value(task.getExtensionByUrl(ReferralExtensions.STATUS_BEFORE_CANCELLATION))
                .filter(PrimitiveType.class::isInstance)
                .map(code -> ((PrimitiveType<?>) code).getValueAsString())
                .flatMap(BusinessStatus::ofCode);
    }

    /** The person who claimed the referral. */
    public Optional<Reference> claimedBy() {
        return value(task.getExtensionByUrl(ReferralExtensions.CLAIMED_BY))
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast);
    }

    /** When {@code restriction.period} is over (RF1-8); a date means the end of that day. */
    public Optional<Instant> periodEnd() {
        return PeriodEnd.of(task.getRestriction().getPeriod());
    }

    /** What the guards may know from the referral itself. */
    public ReferralFacts.Request facts(ServiceRequest request, Instant now) {
        return new ReferralFacts.Request(
                requestedLevel(request).orElse(null),
                stateBeforeCancellation().orElse(null),
                periodEnd().filter(end -> !now.isBefore(end)).isPresent(),
                task.hasOutput());
    }

    private static Optional<String> requestedLevel(ServiceRequest request) {
        Optional<Type> level = value(request.getExtensionByUrl(ReferralExtensions.REQUESTED_ASAM_LEVEL));
        return level.flatMap(type -> {
            if (type instanceof Coding coding) {
                return Optional.ofNullable(coding.getCode());
            }
            if (type instanceof CodeableConcept concept) {
                return codeIn(concept, CodeSystems.ASAM_LEVEL);
            }
            return Optional.ofNullable(type.primitiveValue());
        });
    }

    private static Optional<String> partner(Reference reference) {
        Identifier identifier = reference.getIdentifier();
        return Canonical.PARTNER.equals(identifier.getSystem())
                ? Optional.ofNullable(identifier.getValue())
                : Optional.empty();
    }

    private static Optional<Type> value(@Nullable Extension extension) {
        return Optional.ofNullable(extension).map(Extension::getValue);
    }

    private static Optional<String> codeIn(CodeableConcept concept, String system) {
        return concept.getCoding().stream()
                .filter(coding -> system.equals(coding.getSystem()))
                .map(Coding::getCode)
                .filter(code -> code != null)
                .findFirst();
    }

    private static boolean hasCoding(CodeableConcept concept, String system, String code) {
        return concept.getCoding().stream()
                .anyMatch(coding -> system.equals(coding.getSystem()) && code.equals(coding.getCode()));
    }
}
