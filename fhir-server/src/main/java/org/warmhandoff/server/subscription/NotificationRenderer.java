package org.warmhandoff.server.subscription;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.fhir.NotificationWriter;
import org.warmhandoff.routes.fhir.SubscriptionNews;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.routes.notice.FhirCarriage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryRenderer;
import org.warmhandoff.server.delivery.MessageIds;
import org.warmhandoff.server.delivery.Rendering;
import org.warmhandoff.server.disclosure.Way;
import org.warmhandoff.server.outgoing.Disclosure;
import org.warmhandoff.server.outgoing.Disclosures;

/** Writes a notification when it leaves: handshake, heartbeat or event, never with content. */
@Component
class NotificationRenderer implements DeliveryRenderer {

    private static final String NOT_ACTIVE = "subscription-error";

    private final SubscriptionRegister register;
    private final EventNumbers numbers;
    private final EventLog events;
    private final PartnerDirectory partners;
    private final SubscriptionPartners owners;
    private final NotificationWriter writer;
    private final TransactionTemplate transaction;

    NotificationRenderer(
            SubscriptionRegister register,
            EventNumbers numbers,
            EventLog events,
            PartnerDirectory partners,
            SubscriptionPartners owners,
            NotificationWriter writer,
            TransactionTemplate transaction) {
        this.register = register;
        this.numbers = numbers;
        this.events = events;
        this.partners = partners;
        this.owners = owners;
        this.writer = writer;
        this.transaction = transaction;
    }

    @Override
    public boolean renders(String kind) {
        return kind.equals(Notifications.EVENT)
                || kind.equals(Notifications.HANDSHAKE)
                || kind.equals(Notifications.HEARTBEAT);
    }

    @Override
    public Rendering render(Delivery delivery) {
        String id = delivery.payload().getOrDefault(Notifications.SUBSCRIPTION, "");
        boolean event = delivery.kind().equals(Notifications.EVENT);
        Optional<Subscriber> subscriber =
                event ? numbers.decided(id) : Objects.requireNonNull(transaction.execute(status -> register.byId(id)));
        Optional<Partner> partner = partners.byId(delivery.partnerId());
        if (subscriber.isEmpty() || partner.isEmpty()) {
            return new Rendering.Unrenderable("unknown");
        } else if (subscriber.get().state() == Subscriber.State.OFF
                || !SubscriptionPartners.upToDate(subscriber.get(), partner.get())) {
            return new Rendering.Unwanted("subscription-off");
        }
        return event
                ? event(delivery, subscriber.get(), partner.get())
                : Rendering.Rendered.aboutNobody(
                        message(delivery, subscriber.get(), partner.get(), null, Carriage.NONE));
    }

    private Rendering event(Delivery delivery, Subscriber subscriber, Partner partner) {
        SubscriptionEvent event = Objects.requireNonNull(
                        transaction.execute(status -> events.byDelivery(delivery.id())))
                .orElse(null);
        if (event == null || event.number() == null) {
            return new Rendering.Unwanted("consent");
        } else if (subscriber.state() != Subscriber.State.ACTIVE) {
            return new Rendering.Withheld(NOT_ACTIVE);
        }
        Optional<Disclosure> named =
                subscriber.terms().withIds() ? disclosure(delivery, subscriber, event) : Optional.empty();
        SubscriptionNews.Event news = new SubscriptionNews.Event(
                event.number(), event.at(), named.isPresent() ? "Task/" + event.task() : null);
        Carriage carriage = named.map(Disclosure::carriage).orElse(Carriage.NONE);
        OutboundMessage message = message(delivery, subscriber, partner, news, carriage);
        return named.map(disclosure -> disclosure.rendered(message))
                .orElseGet(() -> Rendering.Rendered.aboutNobody(message));
    }

    private Optional<Disclosure> disclosure(Delivery delivery, Subscriber subscriber, SubscriptionEvent event) {
        String occasion = Disclosures.occasion(delivery);
        return Objects.requireNonNull(
                transaction.execute(status -> numbers.disclosure(subscriber, event, Way.NOTIFICATION, occasion)));
    }

    private OutboundMessage message(
            Delivery delivery,
            Subscriber subscriber,
            Partner partner,
            SubscriptionNews.@Nullable Event event,
            Carriage carriage) {
        SubscriptionNews news = new SubscriptionNews(
                subscriber.id(),
                subscriber.state().code(),
                event == null ? delivery.kind().replace("subscription-", "") : "event-notification",
                Canonical.REFERRAL_STATUS_TOPIC,
                event == null ? subscriber.lastNumber() : event.number(),
                event == null ? List.of() : List.of(event));
        String contentType = subscriber.terms().contentType();
        String messageId = MessageIds.of(delivery);
        Bundle bundle = writer.notification(messageId, news);
        FhirCarriage.display(bundle, carriage);
        return OutboundMessage.toHook(
                partner,
                messageId,
                contentType,
                NotificationWriter.encode(bundle, contentType),
                hook(subscriber, partner));
    }

    private PartnerEndpoint.RestHook hook(Subscriber subscriber, Partner partner) {
        Subscriber.Terms terms = subscriber.terms();
        boolean trusted = subscriber.configured() || owners.trusts(partner, terms.address());
        return new PartnerEndpoint.RestHook(terms.address(), terms.timeout(), trusted);
    }
}
