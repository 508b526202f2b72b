package org.warmhandoff.server.labels;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The labels of one record and what passes to it from stored ones. */
@Component
class SingleLabelling {

    private static final String SELF = "#self";

    private final RecordLabelling records;
    private final StoredLabels stored;

    SingleLabelling(RecordLabelling records, StoredLabels stored) {
        this.records = records;
        this.stored = stored;
    }

    static boolean isPatient(String reference) {
        return reference.startsWith("Patient/") || reference.contains("/Patient/");
    }

    /** @param before the stored version; what was passed from the same records then has been passed */
    Set<SecurityLabel> of(Resource resource, @Nullable Resource before, Writer writer) {
        Set<SecurityLabel> own = records.of(resource, writer, before == null, SingleLabelling::isPatient);
        List<Derivations.Edge> edges = Derivations.of(resource, SELF).stream()
                .filter(edge -> edge.to().equals(SELF))
                .toList();
        if (edges.isEmpty()
                || !Programmes.labels(resource)
                || (before != null && new HashSet<>(Derivations.of(before, SELF)).containsAll(edges))) {
            return own;
        }
        LabelGraph graph = new LabelGraph();
        graph.put(SELF, own);
        graph.add(edges);
        stored.find(graph.unknown()).forEach(graph::put);
        graph.solve();
        return graph.of(SELF);
    }
}
