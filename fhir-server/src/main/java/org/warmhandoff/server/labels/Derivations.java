package org.warmhandoff.server.labels;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** From what a record was made, by {@code derivations.csv}. Pure. */
final class Derivations {

    private static final List<String[]> SUBJECT = List.of(
            new String[] {"subject"}, new String[] {"patient"}, new String[] {"beneficiary"}, new String[] {"for"});

    private static final Set<ProvenanceEntityRole> MADE_FROM = EnumSet.of(
            ProvenanceEntityRole.DERIVATION,
            ProvenanceEntityRole.REVISION,
            ProvenanceEntityRole.QUOTATION,
            ProvenanceEntityRole.SOURCE);

    private static final String SELF = "#";

    private record Row(String[] path, Passing passing) {}

    private static final Map<String, List<Row>> ROWS = read();

    private Derivations() {}

    /** Labels pass from one record to another; both as they are referred to. */
    record Edge(String from, String to, Passing passing) {}

    /** @param self how others refer to the resource */
    static List<Edge> of(Resource resource, String self) {
        List<Edge> edges = new ArrayList<>();
        for (Row row : ROWS.getOrDefault(resource.fhirType(), List.of())) {
            for (Base value : Elements.at(resource, row.path())) {
                if (value instanceof Reference reference && reference.hasReference()) {
                    edges.add(new Edge(versionless(reference.getReference()), self, row.passing()));
                }
            }
        }
        if (resource instanceof DocumentReference document) {
            document.getContent().stream()
                    .map(content -> content.getAttachment().getUrl())
                    .filter(url -> url != null && (url.startsWith("Binary/") || url.startsWith("urn:uuid:")))
                    .forEach(url -> edges.add(new Edge(self, versionless(url), Passing.WHOLE)));
        } else if (resource instanceof Provenance provenance) {
            madeFrom(provenance, edges);
        }
        return edges;
    }

    /** The records that get labels from it, or by it, but are not it. */
    static Set<String> targets(Resource resource) {
        Set<String> targets = new HashSet<>();
        if (resource instanceof DocumentReference || resource instanceof Provenance) {
            of(resource, SELF).forEach(edge -> targets.add(edge.to()));
            targets.remove(SELF);
        }
        return targets;
    }

    /** Whether records of a type are made from others. */
    static boolean derives(String type) {
        return ROWS.containsKey(type);
    }

    private static void madeFrom(Provenance provenance, List<Edge> edges) {
        provenance.getEntity().stream()
                .filter(entity ->
                        MADE_FROM.contains(entity.getRole()) && entity.getWhat().hasReference())
                .forEach(entity -> provenance.getTarget().stream()
                        .filter(Reference::hasReference)
                        .forEach(target -> edges.add(new Edge(
                                versionless(entity.getWhat().getReference()),
                                versionless(target.getReference()),
                                Passing.CONTENT))));
    }

    /** Whom a record is about. */
    static Optional<String> subject(Resource resource) {
        return SUBJECT.stream()
                .flatMap(path -> Elements.at(resource, path).stream())
                .filter(Reference.class::isInstance)
                .map(value -> ((Reference) value).getReference())
                .filter(Objects::nonNull)
                .map(Derivations::versionless)
                .findFirst();
    }

    private static String versionless(String reference) {
        int history = reference.indexOf("/_history/");
        return history < 0 ? reference : reference.substring(0, history);
    }

    private static Map<String, List<Row>> read() {
        Map<String, List<Row>> rows = new HashMap<>();
        for (List<String> row : DataTable.rows("derivations.csv")) {
            rows.computeIfAbsent(row.get(0), type -> new ArrayList<>())
                    .add(new Row(
                            row.get(1).split("\\."), Passing.valueOf(row.get(2).toUpperCase(Locale.ROOT))));
        }
        return rows;
    }
}
