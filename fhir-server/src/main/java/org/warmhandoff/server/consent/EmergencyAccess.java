package org.warmhandoff.server.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.part2.EmergencyAttestation;

/**
 * The record of 42 CFR 2.51(c): who was let in to which patient's record in an emergency, and what they attested.
 *
 * @param organisation id of the partner
 * @param nature of the emergency; clinical, so never logged
 * @param askedBy client or user
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EmergencyAccess(
        UUID id,
        String patient,
        String organisation,
        Attested attested,
        String askedBy,
        Instant from,
        Instant until,
        @Nullable Instant reviewedAt,
        @Nullable String reviewedBy) {

    /** What was said, and by whom. */
    public record Attested(String name, String affiliation, String nature) {
        @Override
        public String toString() {
            return "Attested[]";
        }
    }

    EmergencyAttestation forRules() {
        return new EmergencyAttestation(
                id.toString(),
                patient,
                organisation,
                attested.name(),
                attested.affiliation(),
                attested.nature(),
                from,
                until);
    }
}
