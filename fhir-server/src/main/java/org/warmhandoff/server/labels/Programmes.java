package org.warmhandoff.server.labels;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerKind;

/** Whose record one is: 42 CFR Part 2 applies by source (2.11, 2.12), never by code. */
@Component
class Programmes {

    private static final Map<String, List<Row>> ROWS = rows();

    /** Types that are about no patient. */
    private static final Set<String> UNLABELLED = DataTable.rows("unlabelled-types.csv").stream()
            .map(row -> row.get(0))
            .collect(Collectors.toSet());

    private final PartnerDirectory partners;

    Programmes(PartnerDirectory partners) {
        this.partners = partners;
    }

    /** @param hosted whether only a programme hosted here counts: an addressee is no source */
    private record Row(String[] path, boolean hosted) {}

    static boolean labels(Resource resource) {
        return !UNLABELLED.contains(resource.fhirType());
    }

    /** The partners that a record names as its source. */
    List<Partner> named(Resource resource) {
        List<Partner> named = new ArrayList<>();
        for (Row row : ROWS.getOrDefault(resource.fhirType(), List.of())) {
            for (Base value : Elements.at(resource, row.path())) {
                if (value instanceof Reference reference) {
                    partner(reference)
                            .filter(partner -> !row.hosted() || partner.hosted())
                            .ifPresent(named::add);
                }
            }
        }
        return named;
    }

    static Set<Mark> marks(Partner source) {
        if (source.part2Program()) {
            return EnumSet.of(Mark.PART2);
        }
        return source.kind() == PartnerKind.IOP_PROGRAM || source.kind() == PartnerKind.REHAB
                ? EnumSet.of(Mark.MENTAL_HEALTH)
                : EnumSet.noneOf(Mark.class);
    }

    /** Of a record that names nobody: it is the hosted programme's, and 42 CFR Part 2's if any of them is. */
    Set<Mark> unnamed() {
        Set<Mark> marks = partners.all().stream()
                .filter(Partner::hosted)
                .flatMap(partner -> marks(partner).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Mark.class)));
        return marks.contains(Mark.PART2) ? EnumSet.of(Mark.PART2) : marks;
    }

    Optional<Partner> byId(String id) {
        return partners.byId(id);
    }

    /** Organization and HealthcareService of a partner have its id. */
    private Optional<Partner> partner(Reference reference) {
        Identifier identifier = reference.getIdentifier();
        if (Canonical.PARTNER.equals(identifier.getSystem()) && identifier.hasValue()) {
            return partners.byId(identifier.getValue());
        }
        String literal = reference.getReference();
        boolean named =
                literal != null && (literal.startsWith("Organization/") || literal.startsWith("HealthcareService/"));
        return named ? partners.byId(literal.substring(literal.indexOf('/') + 1)) : Optional.empty();
    }

    private static Map<String, List<Row>> rows() {
        Map<String, List<Row>> rows = new HashMap<>();
        for (List<String> row : DataTable.rows("sources.csv")) {
            rows.computeIfAbsent(row.get(0), type -> new ArrayList<>())
                    .add(new Row(row.get(1).split("\\."), row.get(2).equals("hosted")));
        }
        return rows;
    }
}
