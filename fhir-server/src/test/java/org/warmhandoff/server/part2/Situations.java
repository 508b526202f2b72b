package org.warmhandoff.server.part2;

import static org.warmhandoff.server.part2.Samples.ASKER;
import static org.warmhandoff.server.part2.Samples.DAY;
import static org.warmhandoff.server.part2.Samples.NOTES;
import static org.warmhandoff.server.part2.Samples.NOW;
import static org.warmhandoff.server.part2.Samples.PATIENT;
import static org.warmhandoff.server.part2.Samples.RECORD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.part2.PatientConsent.Term;

/** Everything that may be on file, as far as the model tells cases apart. */
final class Situations {

    private Situations() {}

    /** No consent, or one of each kind that is as it should be. */
    static List<List<PatientConsent>> plain() {
        List<List<PatientConsent>> all = new ArrayList<>();
        all.add(List.of());
        for (ConsentKind kind : ConsentKind.values()) {
            all.add(List.of(Samples.valid(kind)));
        }
        all.add(List.of(notesOnly(ConsentKind.HIPAA_AUTH)));
        return all;
    }

    static List<List<PatientConsent>> all() {
        List<List<PatientConsent>> all = new ArrayList<>(plain());
        for (ConsentKind kind : ConsentKind.values()) {
            PatientConsent good = kind == ConsentKind.HIPAA_AUTH ? notesOnly(kind) : Samples.valid(kind);
            spoilt(good).forEach(consent -> all.add(List.of(consent)));
        }
        all.addAll(denials());
        return all;
    }

    static PatientConsent notesOnly(ConsentKind kind) {
        return Samples.consent(kind, Samples.term(), Samples.permit(kind, NOTES));
    }

    /** The same consent with one thing wrong, or just not wrong. */
    private static List<PatientConsent> spoilt(PatientConsent good) {
        List<PatientConsent> all = new ArrayList<>();
        Instant soon = NOW.plusSeconds(1);
        Instant before = NOW.minus(DAY);
        for (Instant edge : List.of(NOW, soon)) {
            all.add(term(good, new Term(edge, NOW.plus(DAY), false, null, null, soon)));
            all.add(term(good, new Term(before, edge, false, null, null, soon)));
            all.add(term(good, new Term(before, null, true, edge, null, soon)));
            all.add(term(good, new Term(before, NOW.plus(DAY), false, null, edge, before)));
            all.add(term(good, new Term(before, NOW.plus(DAY), false, null, before, edge)));
        }
        all.add(term(good, new Term(null, null, false, null, null, soon)));
        all.add(term(good, new Term(null, NOW.plus(DAY), false, null, null, null)));
        all.add(Samples.withTerm(good, ConsentStatus.INACTIVE, good.term()));
        all.add(Samples.withTerm(good, ConsentStatus.INACTIVE, Samples.revoked(soon)));
        all.add(Samples.withTerm(good, ConsentStatus.NEVER_IN_FORCE, good.term()));
        all.add(Samples.ofPatient(good, "Patient/2"));
        all.addAll(malformed(good));
        return all;
    }

    private static List<PatientConsent> malformed(PatientConsent good) {
        Provision r = good.root();
        EnumSet<Purpose> both = EnumSet.of(Purpose.HLEGAL, Purpose.TREAT, Purpose.LEGAL);
        List<Provision> roots = List.of(
                new Provision(true, Set.of("org-other"), Set.of(), r.purposes(), r.classes(), Set.of()),
                new Provision(true, Set.of(), Set.of(), r.purposes(), r.classes(), Set.of()),
                new Provision(true, Set.of(), EnumSet.allOf(ActorKind.class), r.purposes(), r.classes(), Set.of()),
                new Provision(true, r.recipients(), Set.of(), Set.of(), r.classes(), Set.of()),
                new Provision(true, r.recipients(), Set.of(), both, r.classes(), Set.of()),
                new Provision(true, r.recipients(), Set.of(), r.purposes(), Set.of(RecordClass.P2), Set.of()),
                new Provision(true, r.recipients(), Set.of(), r.purposes(), Set.of(RecordClass.MH), Set.of()),
                new Provision(true, r.recipients(), Set.of(), r.purposes(), EnumSet.allOf(RecordClass.class), Set.of()),
                new Provision(true, r.recipients(), Set.of(), r.purposes(), r.classes(), Set.of(RecordKind.NOTE)));
        List<PatientConsent> all = new ArrayList<>();
        roots.forEach(root -> all.add(Samples.consent(good.kind(), good.term(), root)));
        for (Directive directive : Directive.values()) {
            all.add(new PatientConsent(
                    "d", PATIENT, good.kind(), directive, ConsentStatus.ACTIVE, good.term(), false, r, List.of()));
        }
        return all;
    }

    /** A consent that would do, and something that speaks against it, or against that. */
    private static List<List<PatientConsent>> denials() {
        Provision named = Samples.deny(Set.of(ASKER), Set.of());
        Provision byClass = Samples.deny(Set.of(), EnumSet.allOf(ActorKind.class));
        Provision everybody = Samples.deny(Set.of(), Set.of());
        Provision someoneElse = Samples.deny(Set.of("org-other"), Set.of());
        Provision part2 = new Provision(false, Set.of(), Set.of(), Set.of(), Set.of(RecordClass.P2), Set.of());
        Provision mental = new Provision(false, Set.of(), Set.of(), Set.of(), Set.of(RecordClass.MH), Set.of());
        Provision payment = new Provision(false, Set.of(), Set.of(), Set.of(Purpose.HPAYMT), Set.of(), Set.of());
        Provision notes = new Provision(false, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(RecordKind.NOTE));
        List<Provision> against = List.of(named, byClass, everybody, someoneElse, part2, mental, payment, notes);
        List<List<PatientConsent>> all = new ArrayList<>();
        for (ConsentKind kind : List.of(ConsentKind.TPO, ConsentKind.SPECIFIC, ConsentKind.CRIMINAL_JUSTICE)) {
            PatientConsent good = Samples.valid(kind);
            Provision inner = good.root();
            for (Provision denial : against) {
                all.add(List.of(good, Samples.restriction(denial)));
                all.add(List.of(Samples.consent(kind, good.term(), inner, denial)));
            }
            all.add(List.of(Samples.consent(kind, good.term(), byClass, inner)));
            all.add(List.of(Samples.consent(kind, good.term(), inner, byClass, inner)));
            all.add(List.of(Samples.consent(kind, good.term(), inner, named, inner)));
            all.add(List.of(
                    good, Samples.withTerm(Samples.restriction(named), ConsentStatus.NEVER_IN_FORCE, good.term())));
            all.add(List.of(
                    good, Samples.withTerm(Samples.restriction(named), ConsentStatus.ACTIVE, Samples.revoked(NOW))));
        }
        all.add(List.of(Samples.valid(ConsentKind.SPECIFIC), Samples.valid(ConsentKind.TPO)));
        return all;
    }

    private static PatientConsent term(PatientConsent consent, Term term) {
        return Samples.withTerm(consent, ConsentStatus.ACTIVE, term);
    }

    static List<List<CourtOrder>> orders() {
        List<List<CourtOrder>> all = new ArrayList<>();
        for (int bits = 0; bits < 1 << 9; bits++) {
            all.add(List.of(order(bits)));
        }
        // Two halves make no whole order.
        all.add(List.of(order(0b111111110), order(0b111111101)));
        all.add(List.of(order(0b111111110), order(0b111111111)));
        return all;
    }

    private static CourtOrder order(int bits) {
        return new CourtOrder(
                "o-" + bits,
                on(bits, 3) ? PATIENT : "Patient/2",
                on(bits, 4) ? ASKER : "org-other",
                on(bits, 0) ? CourtOrder.Section.values()[bits % 3] : null,
                on(bits, 1),
                on(bits, 2) ? Set.of(RECORD, "Encounter/9") : Set.of("Encounter/9"),
                on(bits, 5),
                on(bits, 6) ? Set.of("officer", "second") : Set.of("officer"),
                on(bits, 7) ? "officer" : "somebody",
                NOW,
                on(bits, 8) ? null : NOW);
    }

    private static boolean on(int bits, int bit) {
        return (bits & 1 << bit) != 0;
    }

    static List<@Nullable EmergencyAttestation> emergencies() {
        EmergencyAttestation good = Samples.emergency();
        List<@Nullable EmergencyAttestation> all = new ArrayList<>();
        all.add(null);
        all.add(good);
        all.add(new EmergencyAttestation("x", "Patient/2", ASKER, "a", "b", "c", good.from(), good.until()));
        all.add(new EmergencyAttestation("x", PATIENT, "org-other", "a", "b", "c", good.from(), good.until()));
        all.add(Samples.emergency(" ", "b", "c", good.from(), good.until()));
        all.add(Samples.emergency("a", "", "c", good.from(), good.until()));
        all.add(Samples.emergency("a", "b", "\t", good.from(), good.until()));
        all.add(Samples.emergency("a", "b", "c", NOW, NOW.plus(DAY)));
        all.add(Samples.emergency("a", "b", "c", NOW, NOW.plus(DAY).plusMillis(1)));
        all.add(Samples.emergency("a", "b", "c", NOW.plusMillis(1), NOW.plus(DAY)));
        all.add(Samples.emergency("a", "b", "c", NOW.minus(DAY), NOW));
        return all;
    }
}
