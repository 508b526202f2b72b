package org.warmhandoff.routes.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;

class NotificationWriterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T18:30:00Z");

    private final NotificationWriter writer =
            new NotificationWriter(Clock.fixed(NOW, ZoneOffset.UTC), "https://hub.example/fhir");

    @Test
    void an_event_names_what_changed_and_holds_nothing_of_it() {
        Bundle bundle = writer.notification("m1", news(new SubscriptionNews.Event(7, NOW, "Task/t1")));

        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.HISTORY);
        assertThat(bundle.getEntry()).hasSize(2);
        assertThat(bundle.getEntry().get(0).getRequest().getUrl())
                .isEqualTo("https://hub.example/fhir/Subscription/s1/$status");
        assertThat(bundle.getEntry().get(1).getFullUrl()).isEqualTo("https://hub.example/fhir/Task/t1");
        assertThat(bundle.getEntry().get(1).hasResource()).isFalse();
        assertThat(json(bundle))
                .contains("\"name\":\"event-number\",\"valueString\":\"7\"")
                .contains("\"name\":\"events-since-subscription-start\",\"valueString\":\"9\"")
                .contains("\"name\":\"topic\",\"valueCanonical\":\"urn:topic\"")
                .contains("\"name\":\"timestamp\",\"valueInstant\":\"2026-11-23T18:30:00.000Z\"")
                .contains("\"name\":\"focus\",\"valueReference\":{\"reference\":\"https://hub.example/fhir/Task/t1\"}");
    }

    @Test
    void without_ids_it_says_only_that_something_happened() {
        Bundle bundle = writer.notification("m1", news(new SubscriptionNews.Event(7, NOW, null)));

        assertThat(bundle.getEntry()).hasSize(1);
        assertThat(json(bundle)).contains("\"7\"").doesNotContain("Task/", "focus");
    }

    @Test
    void a_retry_has_the_same_ids_in_json_and_in_xml() {
        SubscriptionNews news = news(new SubscriptionNews.Event(7, NOW, "Task/t1"));

        byte[] once = NotificationWriter.encode(writer.notification("m1", news), "application/fhir+json");
        byte[] xml = NotificationWriter.encode(writer.notification("m1", news), "application/fhir+xml");

        assertThat(once).isEqualTo(NotificationWriter.encode(writer.notification("m1", news), "application/json"));
        Bundle read = FhirContext.forR4Cached()
                .newXmlParser()
                .parseResource(Bundle.class, new String(xml, StandardCharsets.UTF_8));
        assertThat(json(read)).isEqualTo(new String(once, StandardCharsets.UTF_8));
    }

    @Test
    void the_status_of_several_is_a_searchset_with_distinct_names() {
        SubscriptionNews other = new SubscriptionNews("s2", "error", "query-status", "urn:topic", 0, List.of());

        Bundle bundle = writer.statuses(List.of(news(), other));

        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.SEARCHSET);
        assertThat(bundle.getTotal()).isEqualTo(2);
        assertThat(bundle.getEntry())
                .extracting(Bundle.BundleEntryComponent::getFullUrl)
                .doesNotHaveDuplicates();
        assertThat(bundle.getEntry())
                .allMatch(entry -> entry.getResource() instanceof Parameters parameters
                        && parameters.hasParameter("events-since-subscription-start"));
    }

    private static SubscriptionNews news(SubscriptionNews.Event... events) {
        return new SubscriptionNews("s1", "active", "event-notification", "urn:topic", 9, List.of(events));
    }

    private static String json(Bundle bundle) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(bundle);
    }
}
