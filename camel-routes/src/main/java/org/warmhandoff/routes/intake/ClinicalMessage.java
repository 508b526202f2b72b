package org.warmhandoff.routes.intake;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.partner.Partner;

/** What a partner says of its patients outside of a referral, whatever dialect it came in. */
public sealed interface ClinicalMessage {

    Content content();

    /**
     * What all have in common.
     *
     * @param receiver whom it is meant for; null when the message names nobody
     * @param resources each with a {@code urn:uuid} fullUrl made of its source, so that the same source has the same
     *     name in a later message; among them one Patient, who is known by the sender's identifiers alone
     * @param notes what was dropped or not mapped, without content
     */
    record Content(Partner sender, @Nullable Partner receiver, Bundle resources, List<String> notes) {

        public Content {
            notes = List.copyOf(notes);
        }
    }

    /** A person's data changed (ADT^A08). */
    record PatientChanged(Content content) implements ClinicalMessage {}

    /** A stay or visit began (ADT^A01, A04). */
    record VisitBegun(Content content) implements ClinicalMessage {}

    /** A stay ended (ADT^A03). */
    record Discharged(Content content) implements ClinicalMessage {}

    /**
     * Two records are one person (ADT^A40).
     *
     * @param retired identifiers of the record that goes; those of the Patient in the content stay
     */
    record PatientsMerged(Content content, List<Identifier> retired) implements ClinicalMessage {

        public PatientsMerged {
            retired = List.copyOf(retired);
        }
    }

    /** An appointment was booked, moved, changed, cancelled or missed (SIU^S12 to S15, S26). */
    record Scheduled(Content content) implements ClinicalMessage {}

    /** Results of tests or screenings (ORU^R01). */
    record Observed(Content content) implements ClinicalMessage {}

    /** A document (MDM^T02). */
    record Documented(Content content) implements ClinicalMessage {}
}
