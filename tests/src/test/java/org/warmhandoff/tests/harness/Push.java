package org.warmhandoff.tests.harness;

import java.util.Map;
import java.util.UUID;

/** One REF message that a hospital pushes: who, to whom, under which numbers. */
public record Push(Client client, String placer, String controlId, Map<String, String> values) {

    /** From Mercy to Sunrise, insured with Acme. */
    public static Push of(Client client) {
        String number = UUID.randomUUID().toString().substring(0, 13);
        return new Push(
                client,
                "REF-" + number,
                "MSG-" + number,
                Map.of(
                        "application", "EPIC",
                        "facility", "MERCYHOSP",
                        "receiver", "SUNRISE",
                        "payerId", "PAY01",
                        "payerName", "Acme Health",
                        "event", "I12",
                        "version", "2.5.1",
                        "processing", "P"));
    }

    public static Push ofSomebody() {
        return of(Client.unique());
    }

    public Push from(String application, String facility) {
        return with("application", application).with("facility", facility);
    }

    public Push to(String receiver) {
        return with("receiver", receiver);
    }

    public Push insuredWith(String payerId) {
        return with("payerId", payerId).with("payerName", "Payer " + payerId);
    }

    public Push with(String hole, String value) {
        Map<String, String> more = new java.util.HashMap<>(values);
        more.put(hole, value);
        return new Push(client, placer, controlId, Map.copyOf(more));
    }

    /** The same referral in another message. */
    public Push again(String event) {
        return new Push(client, placer, controlId + "-" + event, values).with("event", event);
    }

    public String text() {
        return Fixture.of("ref.hl7")
                .about(client)
                .with(values)
                .with("placer", placer)
                .with("controlId", controlId)
                .er7();
    }
}
