package org.warmhandoff.server.subscription;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.server.delivery.DeliveryFilter;
import org.warmhandoff.server.delivery.DeliveryQueue;
import org.warmhandoff.server.storage.Locks;
import org.warmhandoff.server.storage.ResourceStore;

/** The states of a subscription, in its row and in its resource; joins the caller's transaction. */
@Component
class SubscriptionLife {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionLife.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String GONE = "HTTP 410";

    private final SubscriptionRegister register;
    private final ResourceStore store;
    private final DeliveryQueue deliveries;
    private final Locks locks;

    SubscriptionLife(SubscriptionRegister register, ResourceStore store, DeliveryQueue deliveries, Locks locks) {
        this.register = register;
        this.store = store;
        this.deliveries = deliveries;
        this.locks = locks;
    }

    /** The subscriber took something: what waited for it may go. */
    void answered(String id) {
        register.sent(id);
        if (register.move(id, Subscriber.State.ACTIVE)) {
            show(id, SubscriptionStatus.ACTIVE, null);
            register.byId(id)
                    .ifPresent(subscriber -> deliveries.release(
                            DeliveryFilter.toPartner(subscriber.terms().partner())
                                    .andKind(Notifications.EVENT)));
        }
    }

    /** A notification was refused, or given up after the last retry. A partner's entry stays; its dead letters tell. */
    void failed(String id, String code) {
        Optional<Subscriber> subscriber = register.byId(id);
        register.sent(id);
        if (subscriber.isEmpty() || subscriber.get().configured()) {
            return;
        }
        boolean gone = code.equals(GONE);
        Subscriber.State to = gone ? Subscriber.State.OFF : Subscriber.State.ERROR;
        if (register.move(id, to)) {
            LOG.warn("Subscription/{} is {}: {}", id, to.code(), code);
            show(id, gone ? SubscriptionStatus.OFF : SubscriptionStatus.ERROR, "Not delivered: " + code);
        }
    }

    /** It is over. */
    void end(Subscriber subscriber) {
        if (register.move(subscriber.id(), Subscriber.State.OFF)) {
            show(subscriber.id(), SubscriptionStatus.OFF, null);
        }
    }

    private void show(String id, SubscriptionStatus status, @Nullable String error) {
        store.read(Subscription.class, id)
                .ifPresent(subscription ->
                        store.update(subscription.setStatus(status).setError(error)));
    }

    /** The subscription of a partner whose entry asks for notifications, made or brought up to date when needed. */
    Optional<Subscriber> configured(Partner partner) {
        if (!(partner.endpoint() instanceof PartnerEndpoint.TaskExchange exchange) || exchange.hook() == null) {
            return Optional.empty();
        }
        String id = Subscriber.CONFIGURED_PREFIX + partner.id();
        URI hook = exchange.hook();
        Optional<Subscriber> known =
                register.byId(id).filter(found -> found.terms().address().equals(hook));
        if (known.isEmpty()) {
            locks.hold(List.of(id));
            register.put(new Subscriber(
                    id,
                    new Subscriber.Terms(
                            partner.id(), hook, true, "application/fhir+json", List.of(), TIMEOUT, null, null),
                    Subscriber.State.ACTIVE,
                    true,
                    0));
            store.update(resource(id, partner, hook));
        }
        return known.or(() -> register.byId(id));
    }

    private static Subscription resource(String id, Partner partner, URI hook) {
        Subscription subscription = new Subscription();
        subscription.setId(id);
        subscription.getMeta().addProfile(BackportExtensions.PROFILE);
        subscription.addExtension(
                new Extension(BackportExtensions.MANAGING_ENTITY, new Reference("Organization/" + partner.id())));
        subscription.setStatus(SubscriptionStatus.ACTIVE);
        subscription.setReason("The partner's entry asks for notifications.");
        subscription.setCriteria(Canonical.REFERRAL_STATUS_TOPIC);
        subscription.getChannel().setType(SubscriptionChannelType.RESTHOOK).setEndpoint(hook.toString());
        subscription.getChannel().setPayload("application/fhir+json");
        subscription
                .getChannel()
                .getPayloadElement()
                .addExtension(new Extension(BackportExtensions.CONTENT, new CodeType("id-only")));
        return subscription;
    }
}
