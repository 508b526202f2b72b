package org.warmhandoff.routes.delivery;

import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/**
 * A message rendered for one partner, ready to leave.
 *
 * @param messageId the same on every retry, so that the partner can tell a repetition
 * @param contentType {@code application/fhir+json}, {@code x-application/hl7-v2+er7} or {@code application/zip}
 * @param fileName the final name of a file, empty where the endpoint knows no files
 * @param cover plain words that go before the body where the endpoint has room for such, as mail has; may be empty
 * @param elsewhere where it goes when not to the partner's own endpoint
 */
public record OutboundMessage(
        Partner partner,
        String messageId,
        String contentType,
        String fileName,
        byte[] body,
        String cover,
        @Nullable PartnerEndpoint elsewhere) {

    public OutboundMessage(Partner partner, String messageId, String contentType, String fileName, byte[] body) {
        this(partner, messageId, contentType, fileName, body, "", null);
    }

    public OutboundMessage withCover(String words) {
        return new OutboundMessage(partner, messageId, contentType, fileName, body, words, elsewhere);
    }

    /** A notification to a hook. */
    public static OutboundMessage toHook(
            Partner partner, String messageId, String contentType, byte[] body, PartnerEndpoint.RestHook hook) {
        return new OutboundMessage(partner, messageId, contentType, "", body, "", hook);
    }
}
