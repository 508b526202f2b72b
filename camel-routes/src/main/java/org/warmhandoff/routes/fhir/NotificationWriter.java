package org.warmhandoff.routes.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * Writes notifications as the Subscriptions R5 Backport guide 1.1 has them for R4: a history Bundle whose first entry is
 * the status of the subscription, with ids of what changed and no content. Thread-safe.
 */
public final class NotificationWriter {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String PROFILES = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";

    private final Clock clock;
    private final String fhirBase;

    /** @param fhirBase how partners see our FHIR API, such as {@code https://hub.example/fhir} */
    public NotificationWriter(Clock clock, String fhirBase) {
        this.clock = clock;
        this.fhirBase = fhirBase;
    }

    /** @param id {@code Bundle.id} and {@code Bundle.identifier}: the same on every retry */
    public Bundle notification(String id, SubscriptionNews news) {
        Bundle bundle = new Bundle().setType(BundleType.HISTORY);
        bundle.setId(id);
        bundle.getMeta().addProfile(PROFILES + "backport-subscription-notification-r4");
        bundle.getIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + id);
        bundle.setTimestamp(Date.from(clock.instant()));
        Bundle.BundleEntryComponent first =
                bundle.addEntry().setFullUrl("urn:uuid:" + statusId(news)).setResource(status(news));
        first.getRequest().setMethod(HTTPVerb.GET).setUrl(address(news) + "/$status");
        first.getResponse().setStatus("200");
        news.events().stream()
                .map(SubscriptionNews.Event::focus)
                .filter(focus -> focus != null)
                .distinct()
                .forEach(focus -> addFocus(bundle, focus));
        return bundle;
    }

    /** A history entry says how its resource came about, and what that answered. */
    private void addFocus(Bundle bundle, String focus) {
        Bundle.BundleEntryComponent entry = bundle.addEntry().setFullUrl(fhirBase + "/" + focus);
        entry.getRequest().setMethod(HTTPVerb.PUT).setUrl(focus);
        entry.getResponse().setStatus("200");
    }

    /** The answer to {@code $status}. */
    public Bundle statuses(List<SubscriptionNews> all) {
        Bundle bundle = new Bundle().setType(BundleType.SEARCHSET).setTotal(all.size());
        bundle.setTimestamp(Date.from(clock.instant()));
        all.forEach(news -> bundle.addEntry()
                .setFullUrl("urn:uuid:" + statusId(news))
                .setResource(status(news))
                .getSearch()
                .setMode(Bundle.SearchEntryMode.MATCH));
        return bundle;
    }

    /** @param contentType a FHIR MIME type, JSON or XML */
    public static byte[] encode(Bundle bundle, String contentType) {
        boolean xml = contentType.contains("xml");
        return (xml ? FHIR.newXmlParser() : FHIR.newJsonParser())
                .encodeResourceToString(bundle)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Parameters status(SubscriptionNews news) {
        Parameters status = new Parameters();
        status.setId(statusId(news));
        status.getMeta().addProfile(PROFILES + "backport-subscription-status-r4");
        status.addParameter().setName("subscription").setValue(new Reference(address(news)));
        status.addParameter().setName("topic").setValue(new CanonicalType(news.topic()));
        status.addParameter().setName("status").setValue(new CodeType(news.status()));
        status.addParameter().setName("type").setValue(new CodeType(news.type()));
        status.addParameter()
                .setName("events-since-subscription-start")
                .setValue(new StringType(Long.toString(news.eventsSinceStart())));
        news.events().forEach(event -> add(status.addParameter().setName("notification-event"), event));
        return status;
    }

    private void add(ParametersParameterComponent part, SubscriptionNews.Event event) {
        part.addPart().setName("event-number").setValue(new StringType(Long.toString(event.number())));
        InstantType at = new InstantType(Date.from(event.at()));
        at.setTimeZone(TimeZone.getTimeZone("UTC"));
        part.addPart().setName("timestamp").setValue(at);
        if (event.focus() != null) {
            part.addPart().setName("focus").setValue(new Reference(fhirBase + "/" + event.focus()));
        }
    }

    private String address(SubscriptionNews news) {
        return fhirBase + "/Subscription/" + news.subscription();
    }

    private static String statusId(SubscriptionNews news) {
        String name = news.subscription() + "/" + news.type() + "/" + news.eventsSinceStart();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
