package org.warmhandoff.routes.hl7v2.referral;

import java.time.Instant;
import org.hl7.fhir.r4.model.Coding;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice.Envelope;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice.Referral;
import org.warmhandoff.routes.notice.Carriage;

/**
 * A document about a client's care for who referred the client; {@link DocumentPrinter} prints it.
 *
 * @param carriage what goes along with it (42 CFR 2.32)
 */
public record DocumentNotice(Envelope envelope, Referral referral, Document document, Carriage carriage) {

    /**
     * The document.
     *
     * @param id our number of it
     * @param type LOINC
     * @param writtenAt the epoch when it is not known
     */
    public record Document(String id, Coding type, String mediaType, byte[] content, Instant writtenAt) {}
}
