package org.warmhandoff.routes.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.warmhandoff.routes.partner.Partner;

/**
 * The canonical referral, whatever dialect it came in.
 *
 * @param event what the sender wants
 * @param placer the sender's referral number (RF1-6, identifier type PLAC)
 * @param resources every new resource has a {@code urn:uuid} fullUrl and the others refer to it by that; one
 *     ServiceRequest and one Task for {@link Event#NEW}. An entry without a request is to be created
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

        public static Optional<Event> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(event -> event.code.equals(code))
                    .findFirst();
        }
    }

    public ReferralMessage {
        notes = List.copyOf(notes);
    }
}
