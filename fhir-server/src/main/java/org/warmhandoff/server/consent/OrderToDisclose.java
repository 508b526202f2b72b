package org.warmhandoff.server.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.part2.CourtOrder;
import org.warmhandoff.server.part2.CourtOrder.Section;

/** A court's order to disclose as staff entered it (42 CFR 2.61 to 2.67), and who approved it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderToDisclose(UUID id, Entry entry, Stamp entered, List<Approval> approvals, @Nullable Stamp withdrawn) {

    static final Map<String, Section> SECTIONS = Map.of(
            "2.64", Section.NON_CRIMINAL_2_64,
            "2.65", Section.AGAINST_PATIENT_2_65,
            "2.66", Section.AGAINST_PROGRAMME_2_66);

    private static final int PERSONS = 2;

    /**
     * What the papers say.
     *
     * @param patient id
     * @param recipient partner id
     * @param section 2.64, 2.65 or 2.66; null when the order cites none
     * @param confidentialCommunications whether it was made under 2.63 as well
     * @param order DocumentReference of the scanned order
     * @param subpoena DocumentReference of the subpoena
     * @param items exactly the records that it lists, such as {@code Encounter/12}
     */
    record Entry(
            String patient,
            String recipient,
            @Nullable String section,
            boolean confidentialCommunications,
            String order,
            @Nullable String subpoena,
            Set<String> items,
            Instant from,
            @Nullable Instant until) {}

    record Stamp(Instant at, String by) {}

    record Approval(String person, boolean privacyOfficer, Instant at) {}

    OrderToDisclose {
        approvals = approvals.stream()
                .sorted(Comparator.comparing(Approval::at).thenComparing(Approval::person))
                .toList();
    }

    /** When two persons, one of them a privacy officer, had approved it; null while they have not. */
    @Nullable
    Instant releasedAt() {
        List<Approval> so = new ArrayList<>();
        for (Approval approval : approvals) {
            so.add(approval);
            if (so.size() >= PERSONS && so.stream().anyMatch(Approval::privacyOfficer)) {
                return approval.at();
            }
        }
        return null;
    }

    /** As the rules know it: in force from its release on. */
    CourtOrder forRules() {
        Instant released = releasedAt();
        Set<String> persons = new HashSet<>();
        approvals.forEach(approval -> persons.add(approval.person()));
        return new CourtOrder(
                id.toString(),
                entry.patient(),
                entry.recipient(),
                entry.section() == null ? null : SECTIONS.get(entry.section()),
                entry.subpoena() != null,
                entry.items(),
                entry.confidentialCommunications(),
                persons,
                approvals.stream()
                        .filter(Approval::privacyOfficer)
                        .map(Approval::person)
                        .findFirst()
                        .orElse(null),
                released == null || released.isBefore(entry.from()) ? entry.from() : released,
                until());
    }

    private @Nullable Instant until() {
        return Stream.of(entry.until(), withdrawn == null ? null : withdrawn.at())
                .filter(end -> end != null)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
