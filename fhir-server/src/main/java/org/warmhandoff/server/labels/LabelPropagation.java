package org.warmhandoff.server.labels;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.storage.ResourceIndex;
import org.warmhandoff.server.storage.ResourceStore;
import org.warmhandoff.server.timers.RecurringWork;
import org.warmhandoff.server.work.PollingLoop;

/**
 * Carries labels that rose to what was made of the record before: to what refers to it, and to the other records of its
 * patient, since not every reference is indexed. Labels only add up, so it ends, and doing it again changes nothing.
 */
@Component
class LabelPropagation implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(LabelPropagation.class);
    private static final int STEP = 100;

    private final LabelDue due;
    private final LabelRaise raise;
    private final StoredLabels stored;
    private final ResourceStore store;
    private final ResourceIndex index;
    private final TransactionTemplate transaction;

    LabelPropagation(
            LabelDue due,
            LabelRaise raise,
            StoredLabels stored,
            ResourceStore store,
            ResourceIndex index,
            TransactionTemplate transaction) {
        this.due = due;
        this.raise = raise;
        this.stored = stored;
        this.store = store;
        this.index = index;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "label-propagation";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        stored.affirm();
        List<LabelDue.Row> rows = due.due();
        while (!rows.isEmpty()) {
            rows.stream()
                    .collect(Collectors.groupingBy(LabelDue.Row::reference))
                    .forEach(this::work);
            rows = due.due();
        }
    }

    private void work(String reference, List<LabelDue.Row> rows) {
        try {
            spread(new IdType(reference));
            rows.forEach(due::done);
        } catch (RuntimeException e) {
            LOG.warn("{}: labels not passed on ({}), again later", reference, PollingLoop.describe(e));
            rows.forEach(due::putOff);
        }
    }

    private void spread(IdType id) {
        String self = id.getValue();
        Set<String> others = new LinkedHashSet<>();
        transaction.executeWithoutResult(status -> store.read(id).ifPresent(resource -> {
            downstream(resource, self);
            index.referrers(id.getResourceType(), id.getIdPart()).forEach(one -> others.add(one.getValue()));
            Derivations.subject(resource)
                    .filter(SingleLabelling::isPatient)
                    .map(IdType::new)
                    .ifPresent(patient ->
                            index.referrers("Patient", patient.getIdPart()).forEach(one -> others.add(one.getValue())));
        }));
        others.removeIf(other -> other.equals(self) || !Derivations.derives(other.substring(0, other.indexOf('/'))));
        List<String> all = new ArrayList<>(others);
        for (int from = 0; from < all.size(); from += STEP) {
            List<String> some = all.subList(from, Math.min(all.size(), from + STEP));
            transaction.executeWithoutResult(status -> upstream(self, some));
        }
    }

    /** To the records that it names as made of it, or of others. */
    private void downstream(Resource resource, String self) {
        List<Derivations.Edge> edges = Derivations.of(resource, self).stream()
                .filter(edge -> !edge.to().equals(self))
                .toList();
        LabelGraph graph = new LabelGraph();
        graph.put(self, SecurityLabel.of(resource));
        graph.add(edges);
        Map<String, Set<SecurityLabel>> present = stored.find(graph.unknown());
        present.forEach(graph::put);
        graph.solve();
        edges.stream().map(Derivations.Edge::to).distinct().forEach(to -> {
            IdType target = new IdType(to);
            if (index.exists(target.getResourceType(), target.getIdPart())) {
                raise(target, present.getOrDefault(to, Set.of()), graph.of(to));
            }
        });
    }

    /** To the records that say that they were made of it. */
    private void upstream(String self, List<String> candidates) {
        Set<SecurityLabel> labels = stored.find(Set.of(self)).getOrDefault(self, Set.of());
        for (String candidate : candidates) {
            store.read(new IdType(candidate)).filter(Programmes::labels).ifPresent(resource -> {
                Set<SecurityLabel> present = SecurityLabel.of(resource);
                LabelGraph graph = new LabelGraph();
                graph.put(candidate, present);
                graph.put(self, labels);
                graph.add(Derivations.of(resource, candidate).stream()
                        .filter(edge -> edge.from().equals(self) && edge.to().equals(candidate))
                        .toList());
                graph.solve();
                raise(new IdType(candidate), present, graph.of(candidate));
            });
        }
    }

    private void raise(IdType id, Set<SecurityLabel> present, Set<SecurityLabel> wanted) {
        if (raise.raise(id, present, wanted)) {
            due.add(id.getResourceType(), id.getIdPart());
        }
    }
}
