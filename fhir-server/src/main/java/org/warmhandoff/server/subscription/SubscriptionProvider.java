package org.warmhandoff.server.subscription;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.fhir.NotificationWriter;
import org.warmhandoff.routes.fhir.SubscriptionNews;
import org.warmhandoff.server.disclosure.Way;
import org.warmhandoff.server.outgoing.Disclosure;

/** {@code $status} and {@code $events} of Subscriptions (Subscriptions R5 Backport 1.1), so that a subscriber catches up. */
@Component
public class SubscriptionProvider {

    /** In one answer; the next begin after the last one's number. */
    private static final int MOST_EVENTS = 200;

    private final SubscriptionRegister register;
    private final EventNumbers numbers;
    private final EventLog events;
    private final NotificationWriter writer;
    private final TransactionTemplate transaction;

    SubscriptionProvider(
            SubscriptionRegister register,
            EventNumbers numbers,
            EventLog events,
            NotificationWriter writer,
            TransactionTemplate transaction) {
        this.register = register;
        this.numbers = numbers;
        this.events = events;
        this.writer = writer;
        this.transaction = transaction;
    }

    @Operation(name = "$status", typeName = "Subscription", idempotent = true)
    public Bundle status(@IdParam IdType id) {
        return writer.statuses(List.of(news(subscriber(id), "query-status", List.of())));
    }

    /** All, or those with one of the ids and one of the states. */
    @Operation(name = "$status", typeName = "Subscription", idempotent = true)
    public Bundle statuses(
            @OperationParam(name = "id") @Nullable List<IdType> ids,
            @OperationParam(name = "status") @Nullable List<CodeType> states) {
        Set<String> wantedIds =
                ids == null ? Set.of() : ids.stream().map(IdType::getIdPart).collect(Collectors.toSet());
        Set<String> wantedStates = states == null
                ? Set.of()
                : states.stream().map(CodeType::getValue).collect(Collectors.toSet());
        List<Subscriber> all = Objects.requireNonNull(transaction.execute(status -> register.all()));
        return writer.statuses(all.stream()
                .filter(subscriber -> wantedIds.isEmpty() || wantedIds.contains(subscriber.id()))
                .filter(subscriber -> wantedStates.isEmpty()
                        || wantedStates.contains(subscriber.state().code()))
                .map(subscriber -> numbers.decided(subscriber.id()).orElse(subscriber))
                .map(subscriber -> news(subscriber, "query-status", List.of()))
                .toList());
    }

    /** What happened from one number to another, both inclusive; never more than the subscription may carry. */
    @Operation(name = "$events", typeName = "Subscription", idempotent = true)
    public Bundle events(
            @IdParam IdType id,
            @OperationParam(name = "eventsSinceNumber", max = 1) @Nullable StringType since,
            @OperationParam(name = "eventsUntilNumber", max = 1) @Nullable StringType until,
            @OperationParam(name = "content", max = 1) @Nullable CodeType content) {
        boolean withIds = withIds(content);
        long from = number(since, "eventsSinceNumber", 1);
        long to = number(until, "eventsUntilNumber", Long.MAX_VALUE);
        Subscriber subscriber = subscriber(id);
        List<SubscriptionNews.Event> told = Objects.requireNonNull(
                transaction.execute(status -> events.between(subscriber.id(), from, to, MOST_EVENTS).stream()
                        .map(event -> told(subscriber, event, withIds))
                        .toList()));
        return writer.notification(UUID.randomUUID().toString(), news(subscriber, "query-event", told));
    }

    private SubscriptionNews.Event told(Subscriber subscriber, SubscriptionEvent event, boolean withIds) {
        Optional<Disclosure> named = withIds && subscriber.terms().withIds()
                ? numbers.disclosure(subscriber, event, Way.OPERATION, "request/" + UUID.randomUUID())
                : Optional.empty();
        named.ifPresent(Disclosure::account);
        return new SubscriptionNews.Event(
                Objects.requireNonNull(event.number()), event.at(), named.isPresent() ? "Task/" + event.task() : null);
    }

    private Subscriber subscriber(IdType id) {
        return numbers.decided(id.getIdPart()).orElseThrow(() -> new ResourceNotFoundException(id));
    }

    private static SubscriptionNews news(Subscriber subscriber, String type, List<SubscriptionNews.Event> events) {
        return new SubscriptionNews(
                subscriber.id(),
                subscriber.state().code(),
                type,
                Canonical.REFERRAL_STATUS_TOPIC,
                subscriber.lastNumber(),
                events);
    }

    private static boolean withIds(@Nullable CodeType content) {
        String wish = content == null || content.getValue() == null ? "id-only" : content.getValue();
        return switch (wish) {
            case "id-only" -> true;
            case "empty" -> false;
            default ->
                throw new UnprocessableEntityException(
                        "content must be id-only or empty; full-resource is not offered");
        };
    }

    private static long number(@Nullable StringType given, String name, long otherwise) {
        if (given == null || given.getValue() == null) {
            return otherwise;
        }
        if (!given.getValue().matches("\\d{1,18}")) {
            throw new InvalidRequestException(name + " must be a number");
        }
        return Long.parseLong(given.getValue());
    }
}
