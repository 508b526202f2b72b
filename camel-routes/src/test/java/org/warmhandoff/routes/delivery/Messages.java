package org.warmhandoff.routes.delivery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.partner.PartnerKind;

/** Messages to test with. */
final class Messages {

    /** Stands in every body; must stand in no result. */
    static final String SECRET = "Quillfeather F11.20";

    static final String FILE = "county-court_CR-1_progress-report_20261123183005_7a0f9b52.zip";

    private Messages() {}

    static OutboundMessage file(PartnerEndpoint endpoint) {
        return file(endpoint, FILE, SECRET);
    }

    static OutboundMessage file(PartnerEndpoint endpoint, String name, String body) {
        return message(endpoint, "application/zip", name, body);
    }

    static OutboundMessage bundle(PartnerEndpoint endpoint) {
        return message(
                endpoint, "application/fhir+json", "", "{\"resourceType\":\"Bundle\",\"id\":\"" + SECRET + "\"}");
    }

    private static OutboundMessage message(PartnerEndpoint endpoint, String type, String name, String body) {
        Partner partner = new Partner(
                "county-court", "County Court", PartnerKind.COURT, List.of(), null, endpoint, false, List.of());
        return new OutboundMessage(partner, "7a0f9b52", type, name, body.getBytes(StandardCharsets.UTF_8));
    }
}
