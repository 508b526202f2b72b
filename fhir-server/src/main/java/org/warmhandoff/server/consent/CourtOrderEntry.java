package org.warmhandoff.server.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.storage.ResourceIndex;

/** Checks an order as it is entered: all that it names must be here. */
@Component
class CourtOrderEntry {

    private static final int MOST_ITEMS = 1_000;

    private final ResourceIndex index;
    private final PartnerDirectory partners;
    private final Clock clock;

    CourtOrderEntry(ResourceIndex index, PartnerDirectory partners, Clock clock) {
        this.index = index;
        this.partners = partners;
        this.clock = clock;
    }

    /** As staff writes it; see {@link OrderToDisclose.Entry}. */
    record Written(
            @Nullable String patient,
            @Nullable String recipient,
            @Nullable String section,
            @Nullable Boolean confidentialCommunications,
            @Nullable String order,
            @Nullable String subpoena,
            @Nullable List<@Nullable String> items,
            @Nullable Instant from,
            @Nullable Instant until) {}

    sealed interface Checked {
        record Fine(OrderToDisclose.Entry entry) implements Checked {}

        record Wrong(List<String> problems) implements Checked {}
    }

    Checked check(Written written) {
        List<String> problems = new ArrayList<>();
        String patient = existing(written.patient(), "Patient", "patient", problems);
        String order = existing(written.order(), "DocumentReference", "order", problems);
        String subpoena = written.subpoena() == null
                ? null
                : existing(written.subpoena(), "DocumentReference", "subpoena", problems);
        Instant from = written.from() == null ? clock.instant() : written.from();
        if (written.until() != null && !written.until().isAfter(from)) {
            problems.add("until must be after from");
        }
        if (written.section() != null && !OrderToDisclose.SECTIONS.containsKey(written.section())) {
            problems.add("section must be 2.64, 2.65 or 2.66");
        }
        OrderToDisclose.Entry entry = new OrderToDisclose.Entry(
                idPart(patient),
                recipient(written.recipient(), problems),
                written.section(),
                Boolean.TRUE.equals(written.confidentialCommunications()),
                order,
                subpoena,
                items(written.items(), patient, problems),
                from,
                written.until());
        return problems.isEmpty() ? new Checked.Fine(entry) : new Checked.Wrong(problems);
    }

    private static String idPart(String reference) {
        String id = new IdType(reference).getIdPart();
        return id == null ? "" : id;
    }

    private String recipient(@Nullable String id, List<String> problems) {
        String known = id == null ? "" : partners.byId(id).map(Partner::id).orElse("");
        if (known.isEmpty()) {
            problems.add("recipient must be the id of a partner");
        }
        return known;
    }

    private Set<String> items(@Nullable List<@Nullable String> items, String patient, List<String> problems) {
        if (items == null || items.isEmpty() || items.size() > MOST_ITEMS) {
            problems.add("items must list 1 to " + MOST_ITEMS + " records, such as Encounter/12");
            return Set.of();
        }
        Set<String> found = new LinkedHashSet<>();
        items.forEach(item -> found.add(existing(item, null, "each item", problems)));
        Set<String> ofPatient = new HashSet<>(Set.of(patient));
        index.referrers("Patient", idPart(patient))
                .forEach(id -> ofPatient.add(id.getResourceType() + "/" + id.getIdPart()));
        if (!ofPatient.containsAll(found)) {
            problems.add("each item must be of the patient");
        }
        return found;
    }

    /** {@code Type/id}, without a version. */
    private String existing(@Nullable String reference, @Nullable String type, String what, List<String> problems) {
        IdType id = new IdType(reference == null ? "" : reference);
        boolean wellFormed = id.hasResourceType()
                && id.hasIdPart()
                && !id.isAbsolute()
                && (type == null || type.equals(id.getResourceType()));
        if (!wellFormed || !index.exists(id.getResourceType(), id.getIdPart())) {
            String problem = what + " must be a " + (type == null ? "record" : type) + " that is here";
            if (!problems.contains(problem)) {
                problems.add(problem);
            }
            return "";
        }
        return id.getResourceType() + "/" + id.getIdPart();
    }
}
