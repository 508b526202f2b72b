package org.warmhandoff.server.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks into the account of disclosures. */
public interface DisclosureHistory {

    /** What went out on a consent, newest first; at most the given number of disclosures. */
    List<Disclosed> onConsent(String consentId, int most);

    /**
     * One disclosure.
     *
     * @param organisation id of the partner that received
     * @param records references with their versions
     */
    record Disclosed(
            Instant at,
            String organisation,
            @Nullable String person,
            String way,
            String occasion,
            List<String> records) {

        public Disclosed {
            records = List.copyOf(records);
        }
    }
}
