package org.warmhandoff.routes.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever referral there is, printed and read back it is the same but for what losses.txt lists. {@code -Dseeds=N} tries
 * more of them, {@code -Dseed=N} one again.
 */
class PrintAndParseTest {

    private static final List<String> PARTS = List.of(
            "RelatedPerson",
            "Coverage",
            "Encounter",
            "Condition",
            "AllergyIntolerance",
            "MedicationRequest",
            "Observation",
            "Procedure",
            "DocumentReference",
            "contact");

    @ParameterizedTest
    @EnumSource(names = {"V2", "FHIR", "CCDA"})
    void a_referral_that_is_printed_and_read_is_the_same(Tongue tongue) {
        long first = Long.getLong("seed", 1);
        long last = System.getProperty("seed") == null ? Long.getLong("seeds", 150) : first;

        assertThat(LongStream.rangeClosed(first, last)
                        .boxed()
                        .filter(seed -> !problems(tongue, seed, Set.of()).isEmpty())
                        .limit(1)
                        .map(seed -> "seed " + seed + " without " + smaller(tongue, seed) + ": "
                                + problems(tongue, seed, smaller(tongue, seed))))
                .isEmpty();
    }

    /** What can be left out with the referral still failing. */
    private static Set<String> smaller(Tongue tongue, long seed) {
        Set<String> without = new HashSet<>();
        for (String part : PARTS) {
            without.add(part);
            if (problems(tongue, seed, without).isEmpty()) {
                without.remove(part);
            }
        }
        return without;
    }

    private static List<String> problems(Tongue tongue, long seed, Set<String> without) {
        Bundle referral = InventedReferral.of(seed, without);
        Facts before = Facts.of(referral);
        byte[] printed = tongue.print(Tongue.forwarded(Parties.MERCY, referral));
        Facts after = Facts.of(tongue.read(printed, Parties.MERCY).resources());
        return Losses.of(tongue, before, after).unlisted();
    }
}
