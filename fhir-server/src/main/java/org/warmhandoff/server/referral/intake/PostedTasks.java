package org.warmhandoff.server.referral.intake;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.fhir.StoredFhirReader;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.referral.ReferralIntake.Stored;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * A referral in single POSTs, as Gravity clients send it: ServiceRequest and what it refers to first, then the Task that
 * asks a partner to fulfil it. The same request, or the same number of the requester, is the same referral.
 */
@Component
public class PostedTasks {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final FhirIntake intake;
    private final StoredFhirReader reader;
    private final PostedReferral referrals;
    private final PartnerDirectory partners;
    private final ReferralRegister register;
    private final ResourceStore store;

    PostedTasks(
            FhirIntake intake,
            StoredFhirReader reader,
            PostedReferral referrals,
            PartnerDirectory partners,
            ReferralRegister register,
            ResourceStore store) {
        this.intake = intake;
        this.reader = reader;
        this.referrals = referrals;
        this.partners = partners;
        this.register = register;
        this.store = store;
    }

    /** Empty when it is no referral. */
    public Optional<MethodOutcome> takeIn(Task task) {
        Optional<ServiceRequest> request = asksPartner(task) ? focus(task) : Optional.empty();
        return request.map(order -> register.byRequest(order.getIdElement().getIdPart())
                .map(known -> repeated(known, task))
                .orElseGet(() -> takeIn(task, order)));
    }

    private MethodOutcome repeated(ReferralRecord known, Task task) {
        boolean same = partner(task.getOwner()).filter(known.owner()::equals).isPresent();
        if (!same) {
            throw new UnprocessableEntityException(
                    "The ServiceRequest in focus is a referral to another partner; another needs a request of its own.");
        }
        return outcome(known.ids().task(), false);
    }

    private boolean asksPartner(Task task) {
        return task.getStatus() == Task.TaskStatus.REQUESTED
                && task.getIntent() == Task.TaskIntent.ORDER
                && task.getCode().hasCoding(CodeSystems.FHIR_TASK_CODE, "fulfill")
                && partner(task.getOwner()).isPresent();
    }

    private Optional<String> partner(Reference owner) {
        if (Canonical.PARTNER.equals(owner.getIdentifier().getSystem())) {
            return partners.byId(String.valueOf(owner.getIdentifier().getValue()))
                    .map(Partner::id);
        }
        IdType id = new IdType(owner.getReference());
        return "Organization".equals(id.getResourceType()) && id.hasIdPart() && !id.isAbsolute()
                ? partners.byId(id.getIdPart()).map(Partner::id)
                : Optional.empty();
    }

    private Optional<ServiceRequest> focus(Task task) {
        IdType id = new IdType(task.getFocus().getReference());
        return "ServiceRequest".equals(id.getResourceType()) && id.hasIdPart() && !id.isAbsolute()
                ? store.read(ServiceRequest.class, id.getIdPart())
                : Optional.empty();
    }

    private MethodOutcome takeIn(Task task, ServiceRequest request) {
        Bundle bundle = referrals.transaction(task, request);
        byte[] body = FHIR.newJsonParser().encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8);
        FhirIntake.Answer answer = intake.take(
                new FhirIntake.Received(
                        Dialect.FHIR_TRANSACTION,
                        FhirIntake.digest(body),
                        "Task",
                        "application/fhir+json",
                        body,
                        reader.read(Dialect.FHIR_TRANSACTION, bundle)),
                PostedTasks::answer);
        String told = FhirIntakeProvider.body(answer);
        return told.isEmpty()
                ? register.byRequest(request.getIdElement().getIdPart())
                        .map(referral -> outcome(referral.ids().task(), false))
                        .orElseThrow()
                : outcome(told.substring(told.indexOf('/') + 1), told.startsWith("created"));
    }

    private static String answer(Stored stored) {
        ReferralRecord referral = stored.referral();
        return (stored instanceof Stored.Created ? "created" : "known") + " Task/"
                + referral.ids().task();
    }

    private MethodOutcome outcome(String taskId, boolean created) {
        Task task = store.read(Task.class, taskId).orElseThrow();
        MethodOutcome outcome = new MethodOutcome(task.getIdElement(), created);
        outcome.setResource(task);
        return outcome;
    }
}
