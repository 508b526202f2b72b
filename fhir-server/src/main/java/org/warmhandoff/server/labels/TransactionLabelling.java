package org.warmhandoff.server.labels;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the labels of all records of a transaction at once, while all of them are at hand and refer to each other by names
 * that nobody knows later, with one query for what is stored already.
 */
@Component
class TransactionLabelling {

    private static final String FOUND = TransactionLabelling.class.getName();
    private static final String TAKEN_FOR_STORED = FOUND + ".stored";
    private static final String SETTLED = FOUND + ".settled";

    private final RecordLabelling records;
    private final StoredLabels stored;

    TransactionLabelling(RecordLabelling records, StoredLabels stored) {
        this.records = records;
        this.stored = stored;
    }

    /** What {@link #prepare} found for a resource; null when it was in no transaction. */
    @SuppressWarnings("unchecked")
    static @Nullable Set<SecurityLabel> found(Resource resource) {
        return resource.getUserData(FOUND) instanceof Set<?> labels ? (Set<SecurityLabel>) labels : null;
    }

    /** Whether a resource was taken for a new version of a stored one, having an id of its own. */
    static boolean takenForStored(Resource resource) {
        return resource.hasUserData(TAKEN_FOR_STORED);
    }

    /** Whether all that gets labels from it was in the same transaction. */
    static boolean settled(Resource resource) {
        return resource.hasUserData(SETTLED);
    }

    void prepare(Bundle bundle, Writer writer) {
        LabelGraph graph = new LabelGraph();
        Map<Resource, String> written = new HashMap<>();
        Map<String, String> types = new HashMap<>();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            if (isWrite(entry)) {
                String name = name(entry, written.size());
                written.put(entry.getResource(), name);
                types.put(name, entry.getResource().fhirType());
                if (entry.hasFullUrl()) {
                    graph.alias(entry.getFullUrl(), name);
                    types.put(entry.getFullUrl(), entry.getResource().fhirType());
                }
            }
        }
        Predicate<String> isPatient =
                reference -> "Patient".equals(types.get(reference)) || SingleLabelling.isPatient(reference);
        written.forEach((resource, name) -> {
            boolean isNew = name.startsWith("#");
            if (!isNew) {
                resource.setUserData(TAKEN_FOR_STORED, Boolean.TRUE);
            }
            graph.put(name, records.of(resource, writer, isNew, isPatient));
            graph.add(Derivations.of(resource, name));
            if (types.keySet().containsAll(Derivations.targets(resource))) {
                resource.setUserData(SETTLED, Boolean.TRUE);
            }
        });
        Set<String> unknown = graph.unknown();
        written.values().stream().filter(name -> !name.startsWith("#")).forEach(unknown::add);
        stored.find(unknown).forEach(graph::put);
        graph.solve();
        written.forEach((resource, name) -> resource.setUserData(FOUND, graph.of(name)));
    }

    private static boolean isWrite(BundleEntryComponent entry) {
        HTTPVerb method = entry.getRequest().getMethod();
        return entry.hasResource()
                && (method == HTTPVerb.POST || method == HTTPVerb.PUT)
                && Programmes.labels(entry.getResource());
    }

    /** {@code Type/id} of what will be there under it; a number of its own for what is new. */
    private static String name(BundleEntryComponent entry, int number) {
        String url = entry.getRequest().getUrl();
        boolean put = entry.getRequest().getMethod() == HTTPVerb.PUT && url != null && !url.contains("?");
        return put ? url : "#" + number;
    }
}
