package org.warmhandoff.server.access.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.server.access.scope.Reach;
import org.warmhandoff.server.access.scope.Right;
import org.warmhandoff.server.access.scope.ScopeRules;
import org.warmhandoff.server.disclosure.http.Sight;

/**
 * Sees what the scopes let their caller read or search. Where both are granted within different limits, a record must be
 * within both: one request may do the one and the other.
 */
final class ScopeSight implements Sight {

    private final ScopeRules rules;
    private final ScopeFilter filter;
    private final boolean narrows;
    private final Map<String, List<Reach>> reaches = new HashMap<>();
    private final Map<String, Boolean> known = new HashMap<>();

    ScopeSight(ScopeRules rules, ScopeFilter filter) {
        this.rules = rules;
        this.filter = filter;
        this.narrows = !rules.seeAll();
    }

    @Override
    public boolean narrows() {
        return narrows;
    }

    @Override
    public synchronized boolean sees(Resource record) {
        if (!narrows || isMade(record) || ScopeRules.isPublished(record.fhirType())) {
            return true;
        }
        List<Reach> granted = reaches.computeIfAbsent(record.fhirType(), this::granted);
        if (granted.isEmpty()) {
            return false;
        }
        if (granted.stream().allMatch(Reach.Whole.class::isInstance)) {
            return true;
        }
        // Remembered by version: the same record is looked at by search, include and answer, reduced by then.
        String version = record.getIdElement().hasVersionIdPart()
                ? record.getIdElement().getVersionIdPart()
                : String.valueOf(record.getMeta().getVersionId());
        String key = record.fhirType() + "/" + record.getIdElement().getIdPart() + "/" + version;
        return known.computeIfAbsent(key, any -> within(granted, record));
    }

    /** Which of the rights a request needs, and within which limits, is looked at where it is known what it does. */
    @Override
    public synchronized boolean reaches(Resource record) {
        return !narrows
                || Stream.of(Right.UPDATE, Right.DELETE, Right.READ)
                        .map(right -> rules.reach(right, record.fhirType()))
                        .anyMatch(reach -> filter.contains(reach, record));
    }

    /** An answer, and no record. */
    private static boolean isMade(Resource record) {
        return !record.getIdElement().hasIdPart() || record instanceof Parameters || record instanceof OperationOutcome;
    }

    private boolean within(List<Reach> granted, Resource record) {
        return granted.stream()
                .allMatch(reach -> filter.contains(reach, record));
    }

    private List<Reach> granted(String type) {
        return List.of(rules.reach(Right.READ, type), rules.reach(Right.SEARCH, type)).stream()
                .filter(reach -> !(reach instanceof Reach.Nothing))
                .toList();
    }
}
