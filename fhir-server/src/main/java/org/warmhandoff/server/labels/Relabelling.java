package org.warmhandoff.server.labels;

import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.server.storage.ResourceStore;

/** Takes labels from a record, or adds some, by a privacy officer's decision, which a Provenance keeps. */
@Component
class Relabelling {

    private static final String PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private static final String DATA_OPERATION = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";

    private final ResourceStore store;
    private final StoredLabels stored;
    private final LabelRemovals removals;
    private final LabelRaise raise;
    private final LabelDue due;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Relabelling(
            ResourceStore store,
            StoredLabels stored,
            LabelRemovals removals,
            LabelRaise raise,
            LabelDue due,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.stored = stored;
        this.removals = removals;
        this.raise = raise;
        this.due = due;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param reason in the officer's words */
    record Wish(IdType record, Set<SecurityLabel> add, Set<SecurityLabel> remove, String reason, String by) {}

    sealed interface Result {

        record Done(Set<SecurityLabel> labels) implements Result {}

        record Unknown() implements Result {}

        record Refused(String sentence) implements Result {}
    }

    Result apply(Wish wish) {
        return Objects.requireNonNull(transaction.execute(status ->
                store.read(wish.record()).map(resource -> apply(wish, resource)).orElseGet(Result.Unknown::new)));
    }

    private Result apply(Wish wish, Resource resource) {
        Set<SecurityLabel> present = SecurityLabel.of(resource);
        String refusal = refusal(wish, present);
        if (refusal != null) {
            return new Result.Refused(refusal);
        }
        String type = wish.record().getResourceType();
        String id = wish.record().getIdPart();
        Set<SecurityLabel> left = new LinkedHashSet<>(present);
        left.removeAll(wish.remove());
        stored.remove(type, id, wish.remove());
        removals.note(type, id, wish.remove(), wish.by());
        removals.forget(type, id, wish.add());
        if (raise.raise(wish.record(), left, LabelSets.sum(left, wish.add()))) {
            due.add(type, id);
        }
        store.create(provenance(wish));
        return new Result.Done(stored.find(Set.of(wish.record().getValue()))
                .getOrDefault(wish.record().getValue(), Set.of()));
    }

    private static @Nullable String refusal(Wish wish, Set<SecurityLabel> present) {
        if (!present.containsAll(wish.remove())) {
            return "The record does not carry all the labels that are to be removed.";
        }
        if (WriteLabelling.isNote(wish.remove())) {
            return "A protected note stays one: its text lies apart. Enter it anew as what it is.";
        }
        Set<SecurityLabel> left = new HashSet<>(present);
        left.removeAll(wish.remove());
        left.addAll(wish.add());
        boolean restricted =
                left.contains(SecurityLabel.confidentiality("R")) || left.contains(SecurityLabel.confidentiality("V"));
        return left.contains(SecurityLabel.PART2) && !restricted
                ? "What is labelled 42CFRPart2 is labelled R or V too."
                : null;
    }

    private Provenance provenance(Wish wish) {
        Provenance provenance = new Provenance();
        provenance.addTarget(new Reference(wish.record().getValue()));
        provenance.setRecorded(Date.from(clock.instant()));
        provenance.setActivity(new CodeableConcept(new Coding(DATA_OPERATION, "UPDATE", null)));
        provenance.addReason(new CodeableConcept().setText(reason(wish)));
        provenance
                .addAgent()
                .setType(new CodeableConcept(new Coding(PARTICIPANT, "author", null)))
                .setWho(new Reference()
                        .setIdentifier(new Identifier()
                                .setSystem(Canonical.BASE + "/user")
                                .setValue(wish.by())));
        return provenance;
    }

    private static String reason(Wish wish) {
        return "Labels removed: " + codes(wish.remove()) + "; added: " + codes(wish.add()) + ". " + wish.reason();
    }

    private static String codes(Set<SecurityLabel> labels) {
        return labels.isEmpty()
                ? "none"
                : String.join(
                        ", ", labels.stream().map(SecurityLabel::code).sorted().toList());
    }
}
