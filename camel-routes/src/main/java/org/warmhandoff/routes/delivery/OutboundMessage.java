package org.warmhandoff.routes.delivery;

import org.warmhandoff.routes.partner.Partner;

/**
 * A message rendered for one partner, ready to leave.
 *
 * @param messageId the same on every retry, so that the partner can tell a repetition
 * @param contentType {@code application/fhir+json}, {@code x-application/hl7-v2+er7} or {@code application/zip}
 * @param fileName the final name of a file, empty where the endpoint knows no files
 */
public record OutboundMessage(Partner partner, String messageId, String contentType, String fileName, byte[] body) {}
