package org.warmhandoff.server.part2;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.part2.PatientConsent.Term;

/** Questions at random, from a fixed seed; many of them near a permission, or properties would hold of nothing but denials. */
final class RandomQuestions {

    private static final List<String> WHO = List.of(Samples.ASKER, "org-other", "person-1");

    private final Random random;

    RandomQuestions(long seed) {
        this.random = new Random(seed);
    }

    void each(int count, Consumer<Question> check) {
        for (int i = 0; i < count; i++) {
            check.accept(question());
        }
    }

    Question question() {
        EnumSet<Standing> standings = EnumSet.allOf(Standing.class);
        standings.removeIf(standing -> random.nextInt(6) == 0);
        Actor actor =
                new Actor(one(ActorKind.values()), Samples.ASKER, random.nextBoolean() ? "person-1" : null, standings);
        EnumSet<Label> labels = EnumSet.noneOf(Label.class);
        labels.addAll(FiniteModel.CLASSES.get(random.nextInt(FiniteModel.CLASSES.size())));
        for (Label label : Label.values()) {
            if (random.nextInt(12) == 0) {
                labels.add(label);
            }
        }
        RecordFacts record = new RecordFacts(Samples.RECORD, Samples.PATIENT, one(RecordKind.values()), labels);
        List<CourtOrder> orders = Situations.orders().get(random.nextInt(514));
        EmergencyAttestation emergency = Situations.emergencies()
                .get(random.nextInt(Situations.emergencies().size()));
        Purpose purpose = random.nextInt(3) == 0 ? one(Purpose.values()) : usual(actor.kind());
        return new Question(actor, purpose, record, consents(random.nextInt(4)), orders, emergency, Samples.NOW);
    }

    List<PatientConsent> consents(int count) {
        List<PatientConsent> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(consent("c-" + i));
        }
        return some;
    }

    PatientConsent consent(String id) {
        ConsentKind kind = one(ConsentKind.values());
        Provision good = Samples.permit(kind, random.nextInt(3) == 0 ? Samples.NOTES : Set.of());
        Provision root = random.nextInt(4) == 0 ? provision(kind) : good;
        List<Provision> exceptions = random.nextInt(4) == 0 ? List.of(provision(kind), provision(kind)) : List.of();
        ConsentStatus status = random.nextInt(8) == 0 ? one(ConsentStatus.values()) : ConsentStatus.ACTIVE;
        Directive directive = random.nextInt(10) == 0 ? one(Directive.values()) : Samples.directiveOf(kind);
        String patient = random.nextInt(10) == 0 ? "Patient/2" : Samples.PATIENT;
        return new PatientConsent(
                id, patient, kind, directive, status, term(), random.nextInt(8) != 0, root, exceptions);
    }

    Provision denial() {
        Provision some = provision(ConsentKind.RESTRICTION);
        return new Provision(
                false, some.recipients(), some.recipientClasses(), some.purposes(), some.classes(), some.kinds());
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    Random random() {
        return random;
    }

    private Provision provision(ConsentKind kind) {
        return new Provision(
                random.nextBoolean(),
                random.nextBoolean() ? Set.of(WHO.get(random.nextInt(3))) : Set.of(),
                random.nextInt(3) == 0 ? EnumSet.of(one(ActorKind.values()), one(ActorKind.values())) : Set.of(),
                random.nextBoolean() ? Samples.purposesOf(kind) : Set.of(),
                random.nextInt(3) == 0 ? EnumSet.of(one(RecordClass.values()), one(RecordClass.values())) : Set.of(),
                random.nextInt(4) == 0 ? EnumSet.of(one(RecordKind.values())) : Set.of());
    }

    private Term term() {
        if (random.nextBoolean()) {
            return Samples.term();
        }
        return new Term(maybe(2), maybe(2), random.nextBoolean(), maybe(4), maybe(4), maybe(2));
    }

    private @Nullable Instant maybe(int oneIn) {
        return random.nextInt(oneIn) == 0 ? Samples.NOW.plusSeconds(random.nextInt(7) - 3) : null;
    }

    private Purpose usual(ActorKind kind) {
        return switch (kind) {
            case PAYER -> Purpose.HPAYMT;
            case COURT_MONITOR, COURT_ORDER, LEGAL_OTHER -> Purpose.HLEGAL;
            case EMERGENCY_PROVIDER -> Purpose.ETREAT;
            case AUDITOR -> Purpose.HCOMPL;
            case PUBLIC_HEALTH -> Purpose.PUBHLTH;
            default -> Purpose.TREAT;
        };
    }

    private <E> E one(E[] values) {
        return values[random.nextInt(values.length)];
    }
}
