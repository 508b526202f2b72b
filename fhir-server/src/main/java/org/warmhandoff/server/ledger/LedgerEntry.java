package org.warmhandoff.server.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.Obligation;
import org.warmhandoff.server.part2.Purpose;

/**
 * Records of one patient that went, or did not go, to one recipient for one reason. Ids, codes and digests only.
 *
 * @param way out, such as {@code search} or {@code court-package}
 * @param occasion id of the request, delivery or job; entries of one occasion belong together
 * @param patient id of the Patient; empty for records of no patient
 */
public record LedgerEntry(
        Instant at,
        Recipient recipient,
        Purpose purpose,
        String way,
        String occasion,
        String patient,
        List<Item> items,
        Outcome outcome,
        Ground ground) {

    public LedgerEntry {
        items = List.copyOf(items);
    }

    /**
     * Who received, or was denied.
     *
     * @param organisation id of the partner; {@code staff} for the workforce
     * @param person client or user that asked
     */
    public record Recipient(ActorKind kind, String organisation, @Nullable String person) {}

    /**
     * @param reference with its version, such as {@code Encounter/12/_history/3}
     * @param sha256 of what was shown, in hexadecimal; null when denied
     */
    public record Item(String reference, @Nullable String sha256) {}

    public enum Outcome {
        PERMIT,
        REDACT,
        DENY
    }

    /**
     * Why.
     *
     * @param rule number in the policy, such as {@code 15}
     * @param consent id of the Consent that carries it
     * @param order id of the court order that carries it
     */
    public record Ground(
            String rule,
            String law,
            String policyVersion,
            String policySha256,
            @Nullable String consent,
            @Nullable String order,
            Set<Obligation> obligations) {

        public Ground {
            obligations = Set.copyOf(obligations);
        }
    }
}
