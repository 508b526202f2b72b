package org.warmhandoff.server.subscription;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;
import org.warmhandoff.server.storage.ResourceStore;
import org.warmhandoff.server.subscription.SubscriptionRequest.Fault;

/**
 * Judges what clients write of Subscriptions, whatever the road, and puts it into effect in the same transaction: a new or
 * changed one is {@code requested} until its handshake is answered. A client may only request it or turn it off.
 */
@Interceptor
@Component
public class SubscriptionGuard {

    private static final String TERMS = SubscriptionGuard.class.getName();

    private final SubscriptionRegister register;
    private final SubscriptionPartners partners;
    private final Notifications notifications;
    private final ObjectProvider<CurrentCaller> callers;
    private final Clock clock;

    SubscriptionGuard(
            SubscriptionRegister register,
            SubscriptionPartners partners,
            Notifications notifications,
            ObjectProvider<CurrentCaller> callers,
            Clock clock) {
        this.register = register;
        this.partners = partners;
        this.notifications = notifications;
        this.callers = callers;
        this.clock = clock;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void creating(IBaseResource resource, RequestDetails request) {
        if (resource instanceof Subscription subscription && !ResourceStore.isOwn(request)) {
            requireFree(subscription.getIdElement().getIdPart());
            judge(subscription, null);
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updating(IBaseResource before, IBaseResource after, RequestDetails request) {
        if (after instanceof Subscription subscription && !ResourceStore.isOwn(request)) {
            requireFree(subscription.getIdElement().getIdPart());
            judge(subscription, before instanceof Subscription old ? old : null);
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void deleting(IBaseResource resource, RequestDetails request) {
        if (resource instanceof Subscription && !ResourceStore.isOwn(request)) {
            requireFree(resource.getIdElement().getIdPart());
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, RequestDetails request) {
        if (resource instanceof Subscription subscription && !ResourceStore.isOwn(request)) {
            putIntoEffect(subscription);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, RequestDetails request) {
        if (after instanceof Subscription subscription && !ResourceStore.isOwn(request)) {
            putIntoEffect(subscription);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource, RequestDetails request) {
        if (resource instanceof Subscription) {
            register.move(resource.getIdElement().getIdPart(), Subscriber.State.OFF);
        }
    }

    private static void requireFree(@Nullable String id) {
        if (id != null && id.startsWith(Subscriber.CONFIGURED_PREFIX)) {
            throw refusal(List.of(
                    new Fault("Subscription.id", "A subscription of a partner's entry is changed in that entry.")));
        }
    }

    private void judge(Subscription subscription, @Nullable Subscription before) {
        SubscriptionStatus wish = subscription.getStatus();
        if (wish == SubscriptionStatus.OFF && before != null) {
            return;
        }
        boolean kept = before != null && wish == before.getStatus();
        if (before != null && kept && wish != SubscriptionStatus.REQUESTED && sameTerms(before, subscription)) {
            subscription.setError(before.getError());
            return;
        }
        if (wish != SubscriptionStatus.REQUESTED && !kept) {
            throw refusal(List.of(new Fault(
                    "Subscription.status",
                    "Subscription.status must be requested" + (before == null ? "" : " or off"))));
        }
        SubscriptionRequest.Result result = SubscriptionRequest.read(subscription, partners, clock.instant());
        if (result.terms() == null) {
            throw refusal(result.faults());
        }
        requireOwn(result.terms().partner());
        subscription.setStatus(SubscriptionStatus.REQUESTED);
        subscription.setError(null);
        subscription.setUserData(TERMS, result.terms());
    }

    /** Staff may ask for any partner. */
    private void requireOwn(String partner) {
        boolean foreign = Optional.ofNullable(callers.getIfAvailable())
                .flatMap(CurrentCaller::caller)
                .filter(caller -> caller.kind() == Caller.Kind.PARTNER)
                .filter(caller -> !partner.equals(caller.partner()))
                .isPresent();
        if (foreign) {
            throw refusal(
                    List.of(new Fault("Subscription.extension", "A partner subscribes for itself, and nobody else.")));
        }
    }

    private static boolean sameTerms(Subscription before, Subscription after) {
        return before.getChannel().equalsDeep(after.getChannel())
                && before.getCriteriaElement().equalsDeep(after.getCriteriaElement())
                && before.getEndElement().equalsDeep(after.getEndElement())
                && Optional.ofNullable(before.getExtensionByUrl(BackportExtensions.MANAGING_ENTITY))
                        .map(old -> {
                            var now = after.getExtensionByUrl(BackportExtensions.MANAGING_ENTITY);
                            return now != null && old.equalsDeep(now);
                        })
                        .orElse(!after.hasExtension(BackportExtensions.MANAGING_ENTITY));
    }

    private void putIntoEffect(Subscription subscription) {
        String id = subscription.getIdElement().getIdPart();
        if (subscription.getStatus() == SubscriptionStatus.OFF) {
            register.move(id, Subscriber.State.OFF);
        } else if (subscription.getUserData(TERMS) instanceof Subscriber.Terms terms) {
            Subscriber subscriber = new Subscriber(id, terms, Subscriber.State.REQUESTED, false, 0);
            register.put(subscriber);
            notifications.handshake(subscriber, subscription.getIdElement().getVersionIdPart() + "-" + clock.millis());
        }
    }

    private static UnprocessableEntityException refusal(List<Fault> faults) {
        OperationOutcome outcome = new OperationOutcome();
        faults.forEach(fault -> outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.BUSINESSRULE)
                .setDiagnostics(fault.sentence())
                .addExpression(fault.where()));
        return new UnprocessableEntityException(faults.get(0).sentence(), outcome);
    }
}
