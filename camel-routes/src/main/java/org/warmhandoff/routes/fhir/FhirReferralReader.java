package org.warmhandoff.routes.fhir;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.routes.intake.ReadReferral.Usable;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.intake.ReferralMessage.Event;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;

/**
 * Reads a referral from a transaction Bundle (ServiceRequest and Task) or from a message Bundle of BSeR shape
 * (MessageHeader with event I12 to I15 of table 0003, focus Task). Thread-safe.
 */
public final class FhirReferralReader {

    private static final Set<HTTPVerb> WRITES = EnumSet.of(HTTPVerb.POST, HTTPVerb.PUT);

    private final PartnerDirectory partners;

    public FhirReferralReader(PartnerDirectory partners) {
        this.partners = partners;
    }

    /**
     * Whether a transaction pushes a referral: it creates a Task that asks to fulfil, with a focus, and a
     * ServiceRequest that has a referral number or names a partner.
     */
    public static boolean isReferral(Bundle transaction) {
        return BundleEntries.all(transaction, Task.class).stream()
                .filter(FhirReferralReader::fulfils)
                .anyMatch(task -> BundleEntries.find(transaction, task.getFocus(), ServiceRequest.class)
                        .isPresent());
    }

    private static boolean fulfils(Task task) {
        return hasCode(task.getCode(), CodeSystems.FHIR_TASK_CODE, "fulfill") && task.hasFocus();
    }

    /** Reads a transaction for which {@link #isReferral} holds. The Bundle is changed: ids become local ones. */
    public ReadReferral readTransaction(Bundle transaction) {
        boolean onlyWrites = transaction.getEntry().stream()
                .allMatch(entry -> entry.hasResource()
                        && WRITES.contains(entry.getRequest().getMethod()));
        return onlyWrites
                ? read(transaction, Event.NEW)
                : new Unusable(
                        "not-supported",
                        "Bundle.entry.request.method",
                        "A transaction with a referral may only POST and PUT.");
    }

    /** Reads a message. The Bundle is changed: ids become local ones. */
    public ReadReferral readMessage(Bundle message) {
        Optional<MessageHeader> header =
                BundleEntries.all(message, MessageHeader.class).stream().findFirst();
        if (header.isEmpty()) {
            return new Unusable("required", "Bundle.entry[0]", "A message begins with a MessageHeader.");
        }
        Optional<Event> event = event(header.get());
        if (event.isEmpty()) {
            return new Unusable(
                    "not-supported",
                    "MessageHeader.eventCoding",
                    "The event must be I12, I13, I14 or I15 of " + CodeSystems.V2_EVENT + ".");
        }
        message.getEntry().removeIf(entry -> entry.getResource() instanceof MessageHeader);
        // A message says what is, it does not ask for single writes.
        message.getEntry().forEach(entry -> entry.setRequest(null));
        return read(message, event.get());
    }

    private static Optional<Event> event(MessageHeader header) {
        boolean known = header.hasEventCoding()
                && CodeSystems.V2_EVENT.equals(header.getEventCoding().getSystem());
        return known ? Event.ofCode(header.getEventCoding().getCode()) : Optional.empty();
    }

    private ReadReferral read(Bundle bundle, Event event) {
        List<Task> tasks = BundleEntries.all(bundle, Task.class).stream()
                .filter(task -> fulfils(task) || event != Event.NEW)
                .toList();
        if (tasks.size() != 1) {
            return new Unusable("invariant", "Bundle.entry", "There must be one Task with code fulfill and a focus.");
        }
        Task task = tasks.get(0);
        Optional<ServiceRequest> request = BundleEntries.find(bundle, task.getFocus(), ServiceRequest.class);
        if (request.isEmpty() && event == Event.NEW) {
            return new Unusable("not-found", "Task.focus", "Task.focus must be a ServiceRequest of the Bundle.");
        }
        PartnerReferences references = new PartnerReferences(partners, bundle);
        ServiceRequest order = request.orElseGet(ServiceRequest::new);
        Optional<Partner> sender = first(references, List.of(task.getRequester(), order.getRequester()));
        Optional<Partner> receiver = first(references, receivers(task, order));
        Optional<Identifier> placer = placer(task, order);
        if (sender.isEmpty()) {
            return new Unusable("not-found", "Task.requester", "The requester is no partner of this server.");
        } else if (receiver.isEmpty() && event == Event.NEW) {
            return new Unusable("not-found", "Task.owner", "Neither owner nor performer is a partner of this server.");
        } else if (placer.isEmpty()) {
            return new Unusable(
                    "required",
                    "ServiceRequest.identifier",
                    "The referral needs exactly one identifier of type PLAC (" + CodeSystems.V2_IDENTIFIER_TYPE + ").");
        }
        replacePartners(bundle, references);
        String number = placer.get().getValue();
        LocalReferences.localise(bundle, sender.get().id() + "|" + number);
        return new Usable(
                new ReferralMessage(event, sender.get(), receiver.orElse(sender.get()), number, bundle, List.of()));
    }

    private static List<Reference> receivers(Task task, ServiceRequest order) {
        List<Reference> receivers = new ArrayList<>();
        receivers.add(task.getOwner());
        receivers.addAll(order.getPerformer());
        return receivers;
    }

    private static Optional<Partner> first(PartnerReferences references, List<Reference> candidates) {
        return candidates.stream()
                .flatMap(candidate -> references.partner(candidate).stream())
                .findFirst();
    }

    private static Optional<Identifier> placer(Task task, ServiceRequest order) {
        List<Identifier> ofOrder = placers(order.getIdentifier());
        List<Identifier> found = ofOrder.isEmpty() ? placers(task.getIdentifier()) : ofOrder;
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static List<Identifier> placers(List<Identifier> identifiers) {
        return identifiers.stream()
                .filter(identifier ->
                        hasCode(identifier.getType(), CodeSystems.V2_IDENTIFIER_TYPE, "PLAC") && identifier.hasValue())
                .toList();
    }

    /** Organizations that stand for partners give way to the ones that we keep under the partner's id. */
    private static void replacePartners(Bundle bundle, PartnerReferences references) {
        bundle.getEntry().removeIf(entry -> {
            Resource resource = entry.getResource();
            Optional<Partner> partner = resource instanceof Organization organization && LocalReferences.creates(entry)
                    ? references.partner(organization)
                    : Optional.empty();
            partner.ifPresent(found -> LocalReferences.point(bundle, entry, "Organization/" + found.id()));
            return partner.isPresent();
        });
    }

    private static boolean hasCode(CodeableConcept concept, String system, String code) {
        return concept.getCoding().stream()
                .anyMatch(coding -> system.equals(coding.getSystem()) && code.equals(coding.getCode()));
    }
}
