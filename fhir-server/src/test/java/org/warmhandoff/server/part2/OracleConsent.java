package org.warmhandoff.server.part2;

import java.time.Instant;
import java.util.Set;
import org.warmhandoff.server.part2.PatientConsent.Term;

/** What one consent says of a question, written down without a look at the engine. */
final class OracleConsent {

    static final int NO = -1;
    static final int SILENT = 0;
    static final int YES = 1;

    private OracleConsent() {}

    static int says(PatientConsent c, Question q) {
        if (!c.patient().equals(q.record().patient()) || !holds(c, q.at())) {
            return SILENT;
        }
        boolean firmNo = false;
        boolean classNo = false;
        boolean yes = false;
        boolean namedYes = false;
        for (Provision p : c.exceptions()) {
            if (!hits(c, p, q)) {
                continue;
            }
            boolean named = p.recipients().contains(q.actor().organisation())
                    || (q.actor().person() != null
                            && p.recipients().contains(q.actor().person()));
            boolean byClass = !named && p.recipientClasses().contains(q.actor().kind());
            if (p.permits()) {
                yes = true;
                namedYes |= named;
            } else if (byClass) {
                classNo = true;
            } else {
                firmNo = true;
            }
        }
        if (firmNo || (classNo && !namedYes)) {
            return NO;
        }
        if (yes || classNo) {
            return wellMade(c) ? YES : SILENT;
        }
        if (!hits(c, c.root(), q)) {
            return SILENT;
        }
        return c.root().permits() ? (wellMade(c) ? YES : SILENT) : NO;
    }

    private static boolean holds(PatientConsent c, Instant at) {
        Term t = c.term();
        if (c.status() == ConsentStatus.NEVER_IN_FORCE) {
            return false;
        }
        if (c.status() == ConsentStatus.INACTIVE && t.revokedAt() == null) {
            return false;
        }
        if (t.from() != null && at.isBefore(t.from())) {
            return false;
        }
        if (t.until() != null && !at.isBefore(t.until())) {
            return false;
        }
        if (t.eventAt() != null && !at.isBefore(t.eventAt())) {
            return false;
        }
        if (t.revokedAt() == null || at.isBefore(t.revokedAt())) {
            return true;
        }
        return c.kind() == ConsentKind.CRIMINAL_JUSTICE
                && t.revocableAfter() != null
                && at.isBefore(t.revocableAfter());
    }

    private static boolean hits(PatientConsent c, Provision p, Question q) {
        Set<String> names = p.recipients();
        boolean named = names.contains(q.actor().organisation())
                || (q.actor().person() != null && names.contains(q.actor().person()));
        boolean everybody =
                !p.permits() && names.isEmpty() && p.recipientClasses().isEmpty();
        boolean byClass =
                p.recipientClasses().contains(q.actor().kind()) && (!p.permits() || c.kind() == ConsentKind.TPO);
        if (!named && !byClass && !everybody) {
            return false;
        }
        if (!(p.purposes().isEmpty() && !p.permits()) && !purposeCovered(p.purposes(), q.purpose())) {
            return false;
        }
        if (!p.kinds().isEmpty() && !p.kinds().contains(q.record().kind())) {
            return false;
        }
        return p.permits() ? permitsClass(c, p, q) : deniesClass(p, q);
    }

    private static boolean purposeCovered(Set<Purpose> given, Purpose asked) {
        if (given.contains(asked)) {
            return true;
        }
        return switch (asked) {
            case COC, ETREAT -> given.contains(Purpose.TREAT);
            case CAREMGT -> given.contains(Purpose.TREAT) || given.contains(Purpose.HOPERAT);
            case COVAUTH, CLMATTCH, ELIGDTRM -> given.contains(Purpose.HPAYMT);
            default -> false;
        };
    }

    private static boolean permitsClass(PatientConsent c, Provision p, Question q) {
        Set<Label> l = q.record().labels();
        if (l.contains(Label.ROSTER)) {
            return false;
        }
        boolean sud = l.contains(Label.SUD_NOTE) || (l.contains(Label.PSYCHOTHERAPY_NOTE) && l.contains(Label.PART2));
        if (sud || l.contains(Label.PSYCHOTHERAPY_NOTE)) {
            return p.classes().contains(sud ? RecordClass.SUDNOTE : RecordClass.PSYNOTE)
                    && onlyNotes(c.root())
                    && c.exceptions().stream().allMatch(OracleConsent::onlyNotes);
        }
        if (p.classes().isEmpty()) {
            return true;
        }
        if (l.contains(Label.PART2)) {
            return p.classes().contains(RecordClass.P2);
        }
        return p.classes().contains(l.contains(Label.MENTAL_HEALTH) ? RecordClass.MH : RecordClass.GENERAL);
    }

    private static boolean onlyNotes(Provision p) {
        return !p.permits()
                || (!p.classes().isEmpty()
                        && Set.of(RecordClass.PSYNOTE, RecordClass.SUDNOTE).containsAll(p.classes()));
    }

    private static boolean deniesClass(Provision p, Question q) {
        Set<Label> l = q.record().labels();
        boolean sud = l.contains(Label.SUD_NOTE) || (l.contains(Label.PSYCHOTHERAPY_NOTE) && l.contains(Label.PART2));
        for (RecordClass k : p.classes()) {
            boolean hit =
                    switch (k) {
                        case ROSTER -> l.contains(Label.ROSTER);
                        case SUDNOTE -> sud && !l.contains(Label.ROSTER);
                        case PSYNOTE -> l.contains(Label.PSYCHOTHERAPY_NOTE);
                        case P2 -> l.contains(Label.PART2) || l.contains(Label.SUD_NOTE);
                        case MH -> l.contains(Label.MENTAL_HEALTH) || l.contains(Label.PSYCHOTHERAPY_NOTE);
                        case GENERAL ->
                            !l.contains(Label.ROSTER)
                                    && !l.contains(Label.SUD_NOTE)
                                    && !l.contains(Label.PSYCHOTHERAPY_NOTE)
                                    && !l.contains(Label.PART2)
                                    && !l.contains(Label.MENTAL_HEALTH);
                    };
            if (hit) {
                return true;
            }
        }
        return p.classes().isEmpty();
    }

    /** The elements of 2.31, 2.33, 2.35 and 45 CFR 164.508 that can be checked here. */
    private static boolean wellMade(PatientConsent c) {
        boolean ends = c.term().until() != null || c.term().endsByEvent();
        boolean hipaa = c.directive() == Directive.HIPAA_AUTHORIZATION;
        boolean part2 = c.directive() == Directive.PART2;
        return switch (c.kind()) {
            case TPO -> part2 && c.tpoStatements() && within(c, Set.of(Purpose.TREAT, Purpose.HPAYMT, Purpose.HOPERAT));
            case SPECIFIC, COUNSELING_NOTES ->
                part2 && ends && names(c, Purpose.HLEGAL) == 0 && names(c, Purpose.LEGAL) == 0;
            case CRIMINAL_JUSTICE ->
                part2 && ends && c.term().revocableAfter() != null && within(c, Set.of(Purpose.HLEGAL));
            case LEGAL_PROCEEDING -> part2 && ends && within(c, Set.of(Purpose.HLEGAL));
            case HIPAA_AUTH -> hipaa && ends && names(c, Purpose.LEGAL) == 0;
            case RESTRICTION -> false;
        };
    }

    private static boolean within(PatientConsent c, Set<Purpose> allowed) {
        return (!c.root().permits() || allowed.containsAll(c.root().purposes()))
                && c.exceptions().stream().allMatch(p -> !p.permits() || allowed.containsAll(p.purposes()));
    }

    private static long names(PatientConsent c, Purpose purpose) {
        long inner = c.exceptions().stream()
                .filter(p -> p.permits() && p.purposes().contains(purpose))
                .count();
        return inner + (c.root().permits() && c.root().purposes().contains(purpose) ? 1 : 0);
    }
}
