package org.warmhandoff.tests.harness;

import java.util.UUID;

/** One referral that a partner pushes by FHIR. Each text is made anew; keep it to send the same twice. */
public record FhirPush(Client client, String requester, String placer, String docket, String controlId) {

    public static FhirPush from(String requester) {
        String number = UUID.randomUUID().toString().substring(0, 13);
        return new FhirPush(Client.unique(), requester, "REF-" + number, "CR-" + number, "MSG-" + number);
    }

    /** A step-down with its consent, for Sunrise. */
    public String transaction() {
        return text("referral-transaction.json");
    }

    /** The same as a message of BSeR shape. */
    public String message() {
        return text("referral-message.json");
    }

    /** A court's order to be treated at Sunrise; no release is signed yet. */
    public String courtOrder() {
        return text("court-order.json");
    }

    private String text(String fixture) {
        return Fixture.of(fixture)
                .about(client)
                .with("requester", requester)
                .with("owner", "sunrise")
                .with("payer", "acme-health")
                .with("placer", placer)
                .with("docket", docket)
                .with("controlId", controlId)
                .text();
    }
}
