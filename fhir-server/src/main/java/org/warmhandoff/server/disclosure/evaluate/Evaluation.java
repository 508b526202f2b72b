package org.warmhandoff.server.disclosure.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.disclosure.DryRun;
import org.warmhandoff.server.disclosure.Recipient;
import org.warmhandoff.server.disclosure.facts.Facts;
import org.warmhandoff.server.part2.Decision;
import org.warmhandoff.server.part2.Purpose;
import org.warmhandoff.server.storage.ResourceIndex;
import org.warmhandoff.server.storage.ResourceStore;

/** Asks about every record of a patient, and puts together what is decided alike. */
@Component
class Evaluation {

    private static final int MOST = 2_000;

    /** Keep account of records and are none. */
    private static final Set<String> ACCOUNTS = Set.of("AuditEvent", "Provenance");

    private final DryRun dryRun;
    private final ResourceIndex index;
    private final ResourceStore store;

    Evaluation(DryRun dryRun, ResourceIndex index, ResourceStore store) {
        this.dryRun = dryRun;
        this.index = index;
        this.store = store;
    }

    /**
     * @param types to ask about; empty means all
     * @param records to ask about; empty means all of the patient
     */
    record Asked(
            String patient,
            Recipient recipient,
            Purpose purpose,
            Instant at,
            Set<String> types,
            List<IdType> records) {}

    /** @param complete whether all records were asked about */
    record Answer(List<Finding> findings, boolean complete) {}

    Answer of(Asked asked) {
        Function<Resource, Decision> decide = dryRun.of(asked.recipient(), asked.purpose(), asked.at());
        List<IdType> records = records(asked);
        Map<Finding.Alike, Finding> found = new HashMap<>();
        records.stream().limit(MOST).flatMap(id -> store.read(id).stream()).forEach(record -> {
            Finding finding = finding(record, decide.apply(record));
            found.merge(finding.alike(), finding, Evaluation::together);
        });
        return new Answer(
                found.values().stream()
                        .sorted(Comparator.comparing(finding -> finding.alike().toString()))
                        .toList(),
                records.size() <= MOST);
    }

    private List<IdType> records(Asked asked) {
        if (!asked.records().isEmpty()) {
            return asked.records();
        }
        IdType patient = new IdType("Patient", asked.patient());
        return Stream.concat(Stream.of(patient), index.referrers("Patient", asked.patient()).stream())
                .filter(id -> asked.types().isEmpty()
                        ? !ACCOUNTS.contains(id.getResourceType())
                        : asked.types().contains(id.getResourceType()))
                .distinct()
                .toList();
    }

    private static Finding finding(Resource record, Decision decision) {
        Facts facts = Facts.of(record);
        String basis = decision.grounds()
                .consent()
                .or(() -> decision.grounds().order())
                .orElse("");
        Finding.Alike alike = new Finding.Alike(
                record.fhirType(),
                word(facts.record().kind()),
                word(facts.record().governingClass()),
                Finding.outcome(decision),
                decision.grounds().rule(),
                basis);
        return new Finding(alike, decision, List.of(facts.record().reference()));
    }

    private static Finding together(Finding one, Finding other) {
        List<String> records = new ArrayList<>(one.records());
        records.addAll(other.records());
        return new Finding(one.alike(), one.decision(), records);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
