package org.warmhandoff.server.subscription;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelComponent;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.server.subscription.Subscriber.Terms;

/** Reads a Subscription as a client wrote it, and finds everything that is wrong with it. */
final class SubscriptionRequest {

    private static final Set<String> CONTENT_TYPES =
            Set.of("application/fhir+json", "application/json", "application/fhir+xml", "application/xml");
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);
    private static final int MOST_FILTERS = 20;

    private final Subscription subscription;
    private final SubscriptionChannelComponent channel;
    private final List<Fault> faults = new ArrayList<>();

    /** @param where FHIRPath of the element at fault */
    record Fault(String where, String sentence) {}

    /** @param terms null when there are faults */
    record Result(@Nullable Terms terms, List<Fault> faults) {}

    private SubscriptionRequest(Subscription subscription) {
        this.subscription = subscription;
        this.channel = subscription.getChannel();
    }

    static Result read(Subscription subscription, SubscriptionPartners partners, Instant now) {
        return new SubscriptionRequest(subscription).result(partners, now);
    }

    private Result result(SubscriptionPartners partners, Instant now) {
        topic();
        channel();
        List<TaskFilter> filters = filters();
        Duration timeout = seconds(BackportExtensions.TIMEOUT, 1, 60).orElse(USUAL_TIMEOUT);
        Optional<Duration> heartbeat = seconds(BackportExtensions.HEARTBEAT, 10, 86_400);
        positiveMaxCount();
        boolean withIds = withIds();
        if (subscription.hasEnd() && !subscription.getEnd().toInstant().isAfter(now)) {
            fault("Subscription.end", "must be in the future");
        }
        Optional<URI> address = address();
        address.flatMap(partners::addressFault).ifPresent(wrong -> fault("Subscription.channel.endpoint", wrong));
        Optional<String> partner = address.flatMap(to -> partner(partners, to));
        if (!faults.isEmpty() || address.isEmpty() || partner.isEmpty()) {
            return new Result(null, List.copyOf(faults));
        }
        return new Result(
                new Terms(
                        partner.get(),
                        address.get(),
                        withIds,
                        contentType(),
                        filters,
                        timeout,
                        heartbeat.orElse(null),
                        subscription.hasEnd() ? subscription.getEnd().toInstant() : null),
                List.of());
    }

    private Optional<String> partner(SubscriptionPartners partners, URI address) {
        SubscriptionPartners.Claim claim = partners.owner(subscription, address);
        if (claim.fault() != null) {
            fault("Subscription.extension", claim.fault());
        }
        return Optional.ofNullable(claim.partner());
    }

    private void topic() {
        if (!Canonical.REFERRAL_STATUS_TOPIC.equals(subscription.getCriteria())) {
            fault("Subscription.criteria", "must be the topic " + Canonical.REFERRAL_STATUS_TOPIC);
        }
    }

    private void channel() {
        if (channel.getType() != SubscriptionChannelType.RESTHOOK) {
            fault("Subscription.channel.type", "must be rest-hook");
        }
        if (channel.hasHeader()) {
            fault("Subscription.channel.header", "is not kept: what it says would be readable here");
        }
        if (channel.hasPayload() && !CONTENT_TYPES.contains(channel.getPayload())) {
            fault("Subscription.channel.payload", "must be application/fhir+json or application/fhir+xml");
        }
    }

    private String contentType() {
        return channel.hasPayload() && channel.getPayload().contains("xml")
                ? "application/fhir+xml"
                : "application/fhir+json";
    }

    private boolean withIds() {
        String content = value(channel.getPayloadElement(), BackportExtensions.CONTENT)
                .map(Extension::getValue)
                .map(code -> String.valueOf(code.primitiveValue()))
                .orElse("id-only");
        switch (content) {
            case "id-only", "empty" -> {}
            case "full-resource" ->
                fault(
                        "Subscription.channel.payload.extension",
                        "full-resource is not offered; ask for id-only and read");
            default -> fault("Subscription.channel.payload.extension", "must be id-only or empty");
        }
        return !content.equals("empty");
    }

    private List<TaskFilter> filters() {
        List<TaskFilter> filters = new ArrayList<>();
        List<Extension> given = subscription.getCriteriaElement().getExtensionsByUrl(BackportExtensions.FILTER);
        if (given.size() > MOST_FILTERS) {
            fault("Subscription.criteria.extension", "has more than " + MOST_FILTERS + " filters");
            return filters;
        }
        for (Extension filter : given) {
            try {
                filters.add(TaskFilter.parse(
                        filter.hasValue() ? String.valueOf(filter.getValue().primitiveValue()) : ""));
            } catch (IllegalArgumentException e) {
                fault("Subscription.criteria.extension", String.valueOf(e.getMessage()));
            }
        }
        return filters;
    }

    private Optional<Duration> seconds(String url, int least, int most) {
        return number(url).flatMap(given -> {
            if (given < least || given > most) {
                fault(
                        "Subscription.channel.extension",
                        name(url) + " must be from " + least + " to " + most + " seconds");
                return Optional.empty();
            }
            return Optional.of(Duration.ofSeconds(given));
        });
    }

    /** A notification of ours has one event, which no limit is below. */
    private void positiveMaxCount() {
        number(BackportExtensions.MAX_COUNT)
                .filter(count -> count < 1)
                .ifPresent(count -> fault("Subscription.channel.extension", "backport-max-count must be 1 or more"));
    }

    private Optional<Long> number(String url) {
        return value(channel, url).map(Extension::getValue).map(value -> {
            try {
                return Long.valueOf(String.valueOf(value.primitiveValue()));
            } catch (NumberFormatException e) {
                return -1L;
            }
        });
    }

    private Optional<URI> address() {
        try {
            return channel.hasEndpoint() ? Optional.of(new URI(channel.getEndpoint())) : absent();
        } catch (URISyntaxException e) {
            fault("Subscription.channel.endpoint", "must be an https address");
            return Optional.empty();
        }
    }

    private Optional<URI> absent() {
        fault("Subscription.channel.endpoint", "is missing");
        return Optional.empty();
    }

    private static Optional<Extension> value(Element element, String url) {
        return Optional.ofNullable(element.getExtensionByUrl(url));
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private void fault(String where, String sentence) {
        faults.add(new Fault(where, where + " " + sentence));
    }
}
