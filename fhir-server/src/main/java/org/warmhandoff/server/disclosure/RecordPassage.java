package org.warmhandoff.server.disclosure;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.server.disclosure.facts.Facts;
import org.warmhandoff.server.disclosure.redaction.Redaction;
import org.warmhandoff.server.part2.Decision;
import org.warmhandoff.server.part2.Obligation;

/** Decides each record once, shows what may be shown, and keeps the account. */
final class RecordPassage implements Passage {

    private final Decider decider;
    private final Account account;
    private final Map<Object, Answer> answers = new HashMap<>();
    private final Set<Resource> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Obligation> obligations = EnumSet.noneOf(Obligation.class);
    private final SortedSet<String> consents = new TreeSet<>();

    RecordPassage(Decider decider, Account account) {
        this.decider = decider;
        this.account = account;
    }

    private record Answer(Facts facts, Decision decision) {}

    /** A resource without an id is itself only. */
    private record Itself(Resource resource) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Itself that && that.resource == resource;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(resource);
        }
    }

    @Override
    public Decision ask(Resource record) {
        return answer(record).decision();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Resource> Optional<T> show(T record) {
        if (shown.contains(record)) {
            return Optional.of(record);
        }
        Answer answer = answer(record);
        if (answer.decision() instanceof Decision.Deny) {
            return Optional.empty();
        }
        T copy = isChanged(record, answer) ? (T) record.copy() : record;
        reduce(copy, answer);
        note(record, copy, answer);
        return Optional.of(copy);
    }

    @Override
    public boolean showInPlace(Resource record) {
        if (shown.contains(record)) {
            return true;
        }
        Answer answer = answer(record);
        if (answer.decision() instanceof Decision.Deny) {
            return false;
        }
        String reference = Account.reference(record);
        reduce(record, answer);
        shown.add(record);
        account.shown(reference, record, answer.facts(), answer.decision());
        oblige(answer.decision());
        return true;
    }

    private boolean isChanged(Resource record, Answer answer) {
        return answer.decision() instanceof Decision.Redact || leadsToOthers(record, answer);
    }

    private boolean leadsToOthers(Resource record, Answer answer) {
        return !decider.workforce() && !answer.facts().directory() && Redaction.leadsToOthers(record, answer.facts());
    }

    private void reduce(Resource record, Answer answer) {
        if (answer.decision() instanceof Decision.Redact redact) {
            Redaction.apply(record, redact.elements());
        }
        if (leadsToOthers(record, answer)) {
            Redaction.removeOthers(record, answer.facts());
        }
    }

    private void note(Resource record, Resource copy, Answer answer) {
        shown.add(copy);
        account.shown(Account.reference(record), copy, answer.facts(), answer.decision());
        oblige(answer.decision());
    }

    private void oblige(Decision decision) {
        obligations.addAll(decision.obligations());
        if (decision.obligations().contains(Obligation.COPY_OF_CONSENT)) {
            decision.grounds().consent().ifPresent(consents::add);
        }
    }

    private Answer answer(Resource record) {
        Object key = record.getIdElement().hasIdPart() ? Account.reference(record) : new Itself(record);
        Answer known = answers.get(key);
        if (known != null) {
            return known;
        }
        Facts facts = Facts.of(record);
        Answer answer = new Answer(facts, decider.decide(record, facts));
        answers.put(key, answer);
        if (answer.decision() instanceof Decision.Deny) {
            account.denied(Account.reference(record), facts, answer.decision());
        }
        return answer;
    }

    @Override
    public void renew() {
        answers.clear();
        decider.renew();
    }

    @Override
    public Accompaniment accompaniment() {
        return new Accompaniment(
                obligations.contains(Obligation.NOTICE),
                obligations.contains(Obligation.SHORT_NOTICE),
                obligations.contains(Obligation.REDISCLOSURE_PROHIBITED),
                Collections.unmodifiableSortedSet(new TreeSet<>(consents)));
    }

    @Override
    public void account() {
        account.write();
    }
}
