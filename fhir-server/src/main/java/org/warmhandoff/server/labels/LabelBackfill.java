package org.warmhandoff.server.labels;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.storage.ResourceStore;
import org.warmhandoff.server.timers.RecurringWork;

/**
 * Labels what was stored before writes were labelled: all records by their number, some at a time, and all again until a
 * pass finds nothing, since a record may come before what it was made of. Where it is, is a row; it goes on from there.
 */
@Component
class LabelBackfill implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(LabelBackfill.class);
    private static final int STEP = 200;
    private static final Duration AT_MOST = Duration.ofSeconds(4);

    private final BackfillRows rows;
    private final RecordLabelling records;
    private final Programmes programmes;
    private final LabelWork work;
    private final Clock clock;

    LabelBackfill(BackfillRows rows, RecordLabelling records, Programmes programmes, LabelWork work, Clock clock) {
        this.rows = rows;
        this.records = records;
        this.programmes = programmes;
        this.work = work;
        this.clock = clock;
    }

    /** What it works with. */
    @Component
    record LabelWork(LabelRaise raise, StoredLabels stored, ResourceStore store, TransactionTemplate transaction) {}

    @Override
    public String name() {
        return "label-backfill";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        Instant end = clock.instant().plus(AT_MOST);
        Optional<BackfillRows.Progress> progress = rows.open();
        while (progress.isPresent() && clock.instant().isBefore(end)) {
            progress = step(progress.get());
        }
    }

    private Optional<BackfillRows.Progress> step(BackfillRows.Progress at) {
        List<BackfillRows.Record> some = rows.next(at, STEP);
        if (some.isEmpty()) {
            LOG.info("labels: pass {} over the records stored before has ended, {} labelled", at.pass(), at.raised());
            return rows.endPass(at);
        }
        Map<String, String> senders = rows.senders(some);
        long raised = some.stream().filter(record -> label(record, senders)).count();
        long reached = some.get(some.size() - 1).number();
        LOG.info("labels: pass {} at record {} of {}", at.pass(), reached, at.last());
        return Optional.of(rows.reached(at, reached, raised));
    }

    private boolean label(BackfillRows.Record record, Map<String, String> senders) {
        try {
            return Boolean.TRUE.equals(work.transaction().execute(status -> work.store()
                    .read(record.id())
                    .filter(Programmes::labels)
                    .map(resource -> label(record.id(), resource, senders))
                    .orElse(false)));
        } catch (RuntimeException e) {
            LOG.warn(
                    "{}: not labelled ({})",
                    record.id().getValue(),
                    e.getClass().getSimpleName());
            return false;
        }
    }

    private boolean label(IdType id, Resource resource, Map<String, String> senders) {
        String self = id.getValue();
        Set<SecurityLabel> present = SecurityLabel.of(resource);
        Optional.ofNullable(senders.get(self))
                .flatMap(programmes::byId)
                .ifPresent(sender -> SecurityLabels.fromSource(resource, sender));
        LabelGraph graph = new LabelGraph();
        graph.put(self, records.of(resource, Writer.SERVER, true, SingleLabelling::isPatient));
        graph.add(Derivations.of(resource, self));
        Map<String, Set<SecurityLabel>> known = new HashMap<>(work.stored().find(graph.unknown()));
        known.forEach(graph::put);
        graph.solve();
        boolean raised = work.raise().raise(id, present, graph.of(self));
        for (Derivations.Edge edge : Derivations.of(resource, self)) {
            if (!edge.to().equals(self) && edge.to().contains("/")) {
                raised |= work.raise()
                        .raise(new IdType(edge.to()), known.getOrDefault(edge.to(), Set.of()), graph.of(edge.to()));
            }
        }
        return raised;
    }
}
