package org.warmhandoff.server.part2;

import java.time.Instant;

/** What medical personnel attest to see a record in an emergency (42 CFR 2.51). Never logged: the nature is clinical. */
public record EmergencyAttestation(
        String id,
        String patient,
        String organisation,
        String name,
        String affiliation,
        String nature,
        Instant from,
        Instant until) {

    @Override
    public String toString() {
        return "EmergencyAttestation[" + id + "]";
    }
}
