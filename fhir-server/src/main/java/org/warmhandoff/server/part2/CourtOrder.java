package org.warmhandoff.server.part2;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A court order to disclose (42 CFR part 2, subpart E; 45 CFR 164.512(e)(1)(i)).
 *
 * @param section under which it was made, null when it cites none
 * @param items references of exactly the records that it lists
 * @param confidentialCommunications whether it was made under 2.63 as well
 * @param verifiedBy ids of the persons who verified it
 * @param privacyOfficer which of them is the privacy officer
 */
public record CourtOrder(
        String id,
        String patient,
        String recipient,
        @Nullable Section section,
        boolean subpoenaAttached,
        Set<String> items,
        boolean confidentialCommunications,
        Set<String> verifiedBy,
        @Nullable String privacyOfficer,
        Instant from,
        @Nullable Instant until) {

    /** Codes of the guide's code system {@code order-section}. */
    public enum Section {
        NON_CRIMINAL_2_64,
        AGAINST_PATIENT_2_65,
        AGAINST_PROGRAMME_2_66
    }

    public CourtOrder {
        items = Set.copyOf(items);
        verifiedBy = Set.copyOf(verifiedBy);
    }
}
