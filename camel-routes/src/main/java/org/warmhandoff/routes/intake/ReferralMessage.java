package org.warmhandoff.routes.intake;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.warmhandoff.routes.partner.Partner;

/**
 * The canonical referral, whatever dialect it came in.
 *
 * @param event what the sender wants
 * @param placer the sender's referral number (RF1-6, identifier type PLAC)
 * @param resources a collection Bundle; every entry has a {@code urn:uuid} fullUrl and refers to the others by it.
 *     Exactly one Patient, one ServiceRequest and one Task for {@link Event#NEW}
 * @param notes what was dropped or not mapped, without content, for the log of the message
 */
public record ReferralMessage(
        Event event, Partner sender, Partner receiver, String placer, Bundle resources, List<String> notes) {

    /** HL7 table 0003: I12, I13, I14, I15. */
    public enum Event {
        NEW("I12"),
        MODIFY("I13"),
        CANCEL("I14"),
        STATUS_QUERY("I15");

        private final String code;

        Event(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public ReferralMessage {
        notes = List.copyOf(notes);
    }
}
