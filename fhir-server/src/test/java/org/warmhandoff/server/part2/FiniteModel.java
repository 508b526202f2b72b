package org.warmhandoff.server.part2;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All cases that the rules can tell apart. Standings are varied for those actors of whom a rule asks them. The product of
 * everything has some 10^8 cases; {@link #parts} takes every axis whole in some product, {@link #whole} nearly all at once.
 */
final class FiniteModel {

    static final List<Set<Label>> CLASSES = List.of(
            Set.of(Label.ROSTER),
            Set.of(Label.ROSTER, Label.PSYCHOTHERAPY_NOTE, Label.PART2),
            Set.of(Label.SUD_NOTE, Label.PSYCHOTHERAPY_NOTE, Label.PART2),
            Set.of(Label.PSYCHOTHERAPY_NOTE),
            Set.of(Label.PSYCHOTHERAPY_NOTE, Label.PART2),
            Set.of(Label.PART2),
            Set.of(Label.PART2, Label.MENTAL_HEALTH),
            Set.of(Label.MENTAL_HEALTH),
            Set.of());

    private static final List<Label> EXTRA = List.of(
            Label.SELF_PAY,
            Label.ABOUT_OTHERS,
            Label.COURT_DATA,
            Label.CONFIDENTIAL_COMMUNICATION,
            Label.STATE_CONSENT_NEEDED,
            Label.DEIDENTIFIED);

    private static final List<Purpose> DISTINCT_PURPOSES =
            List.of(Purpose.TREAT, Purpose.HPAYMT, Purpose.COVAUTH, Purpose.HLEGAL, Purpose.PUBHLTH, Purpose.BTG);

    private static final List<RecordKind> DISTINCT_KINDS =
            List.of(RecordKind.ENCOUNTER, RecordKind.REFERRAL_STATUS, RecordKind.NOTE);

    private final Consumer<Question> sink;

    FiniteModel(Consumer<Question> sink) {
        this.sink = sink;
    }

    void parts() {
        product(identified(), DISTINCT_PURPOSES, single(), kinds(), Situations.plain());
        product(identified(), List.of(Purpose.values()), none(), DISTINCT_KINDS, Situations.all());
        rest();
    }

    void whole() {
        product(identified(), List.of(Purpose.values()), single(), kinds(), Situations.all());
        product(identified(), DISTINCT_PURPOSES, every(), kinds(), Situations.plain());
        rest();
    }

    /** Small enough to be decided once for each change of a rule. */
    void few() {
        List<RecordKind> some = List.of(RecordKind.ENCOUNTER, RecordKind.REFERRAL_STATUS, RecordKind.PAYER_GROUP);
        product(identified(), DISTINCT_PURPOSES, single(), some, List.of(List.of(), List.of(denial())));
        product(identified(), DISTINCT_PURPOSES, none(), some, Situations.plain());
        product(strangers(), List.of(Purpose.TREAT), none(), some, List.of(List.of()));
        Actor court = Samples.actor(ActorKind.COURT_ORDER, EnumSet.of(Standing.IDENTIFIED));
        Actor emergency = Samples.actor(ActorKind.EMERGENCY_PROVIDER, EnumSet.of(Standing.IDENTIFIED));
        for (Set<Label> label : single()) {
            RecordFacts record = new RecordFacts(Samples.RECORD, Samples.PATIENT, RecordKind.ENCOUNTER, label);
            ask(court, Purpose.HLEGAL, record, List.of(), Situations.orders().get(511), null);
            ask(emergency, Purpose.BTG, record, List.of(), List.of(), Samples.emergency());
        }
    }

    private static PatientConsent denial() {
        return Samples.restriction(Samples.deny(Set.of(), Set.of()));
    }

    private void rest() {
        product(strangers(), List.of(Purpose.values()), single(), kinds(), List.of(List.of()));
        product(strangers(), DISTINCT_PURPOSES, none(), DISTINCT_KINDS, Situations.plain());
        orders();
        emergencies();
    }

    private void product(
            List<Actor> actors,
            List<Purpose> purposes,
            List<Set<Label>> labels,
            List<RecordKind> kinds,
            List<List<PatientConsent>> consents) {
        for (Set<Label> label : labels) {
            for (RecordKind kind : kinds) {
                RecordFacts record = new RecordFacts(Samples.RECORD, Samples.PATIENT, kind, label);
                for (Actor actor : actors) {
                    for (Purpose purpose : purposes) {
                        for (List<PatientConsent> onFile : consents) {
                            ask(actor, purpose, record, onFile, List.of(), null);
                        }
                    }
                }
            }
        }
    }

    private void orders() {
        for (Set<Label> label : single()) {
            RecordFacts record = new RecordFacts(Samples.RECORD, Samples.PATIENT, RecordKind.ENCOUNTER, label);
            for (ActorKind kind : List.of(ActorKind.COURT_ORDER, ActorKind.LEGAL_OTHER, ActorKind.COURT_MONITOR)) {
                Actor actor = Samples.actor(kind, EnumSet.allOf(Standing.class));
                for (Purpose purpose : DISTINCT_PURPOSES) {
                    Situations.orders().forEach(order -> ask(actor, purpose, record, List.of(), order, null));
                }
            }
        }
    }

    private void emergencies() {
        for (Set<Label> label : single()) {
            RecordFacts record = new RecordFacts(Samples.RECORD, Samples.PATIENT, RecordKind.ENCOUNTER, label);
            for (ActorKind kind : ActorKind.values()) {
                Actor actor = Samples.actor(kind, EnumSet.allOf(Standing.class));
                for (Purpose purpose : Purpose.values()) {
                    Situations.emergencies()
                            .forEach(emergency -> ask(actor, purpose, record, List.of(), List.of(), emergency));
                }
            }
        }
    }

    private void ask(
            Actor actor,
            Purpose purpose,
            RecordFacts record,
            List<PatientConsent> consents,
            List<CourtOrder> orders,
            @Nullable EmergencyAttestation emergency) {
        sink.accept(new Question(actor, purpose, record, consents, orders, emergency, Samples.NOW));
    }

    private static List<RecordKind> kinds() {
        return List.of(RecordKind.values());
    }

    private static List<Actor> identified() {
        List<Actor> actors = new ArrayList<>();
        for (ActorKind kind : ActorKind.values()) {
            for (Set<Standing> some : subsets(relevant(kind))) {
                EnumSet<Standing> all = EnumSet.of(Standing.IDENTIFIED);
                all.addAll(some);
                actors.add(Samples.actor(kind, all));
            }
        }
        return actors;
    }

    private static List<Actor> strangers() {
        return List.of(ActorKind.values()).stream()
                .map(kind -> Samples.actor(kind, EnumSet.complementOf(EnumSet.of(Standing.IDENTIFIED))))
                .toList();
    }

    private static List<Standing> relevant(ActorKind kind) {
        return switch (kind) {
            case OWN_WORKFORCE -> List.of(Standing.AUTHOR, Standing.CARE_RELATIONSHIP);
            case QSO_BA, AUDITOR -> List.of(Standing.AGREEMENT);
            case PATIENT, PERSONAL_REP -> List.of(Standing.RIGHT_OF_ACCESS);
            case TREATING_HOSPITAL, TREATING_REHAB ->
                List.of(Standing.REFERRED_THE_PATIENT, Standing.CARE_RELATIONSHIP);
            case PAYER ->
                List.of(
                        Standing.COVERED_ON_SERVICE_DATE,
                        Standing.MEMBER_MATCHED,
                        Standing.PHARMACY_CLAIMS,
                        Standing.OWN_GROUP);
            default -> List.of();
        };
    }

    private static List<Set<Label>> none() {
        return CLASSES;
    }

    /** Each class with none, and with each one, of the labels that do not decide the class. */
    private static List<Set<Label>> single() {
        List<Set<Label>> all = new ArrayList<>(CLASSES);
        EXTRA.forEach(extra -> CLASSES.forEach(labels -> all.add(plus(labels, Set.of(extra)))));
        return all;
    }

    private static List<Set<Label>> every() {
        return subsets(EXTRA).stream()
                .flatMap(extra -> CLASSES.stream().map(labels -> plus(labels, extra)))
                .toList();
    }

    private static Set<Label> plus(Set<Label> labels, Set<Label> more) {
        EnumSet<Label> all = EnumSet.noneOf(Label.class);
        all.addAll(labels);
        all.addAll(more);
        return all;
    }

    private static <T> List<Set<T>> subsets(List<T> of) {
        List<Set<T>> all = new ArrayList<>();
        for (int bits = 0; bits < 1 << of.size(); bits++) {
            Set<T> some = new HashSet<>();
            for (int i = 0; i < of.size(); i++) {
                if ((bits & 1 << i) != 0) {
                    some.add(of.get(i));
                }
            }
            all.add(some);
        }
        return all;
    }
}
