package org.warmhandoff.server.part2;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.part2.PatientConsent.Term;

/** Reads consents with regard to one question: is it in force, does it match, is it complete. */
final class ConsentReview {

    private final PolicyTables tables;
    private final Question question;
    private final ProvisionMatch match;

    ConsentReview(PolicyTables tables, Question question) {
        this.tables = tables;
        this.question = question;
        this.match = new ProvisionMatch(tables, question);
    }

    ConsentFinding of(PatientConsent consent) {
        if (!question.record().isOf(consent.patient())) {
            return new ConsentFinding(consent, Verdict.OTHER_PATIENT, null);
        }
        ConsentFinding over = notInForce(consent);
        if (over != null) {
            return over;
        }
        Verdict verdict = provisions(consent);
        boolean incomplete =
                verdict == Verdict.SUPPORTS && !tables.terms(consent.kind()).metBy(consent);
        return new ConsentFinding(consent, incomplete ? Verdict.INCOMPLETE : verdict, null);
    }

    private @Nullable ConsentFinding notInForce(PatientConsent consent) {
        Term term = consent.term();
        Instant revoked = effectiveRevocation(consent);
        if (consent.status() == ConsentStatus.NEVER_IN_FORCE
                || (consent.status() == ConsentStatus.INACTIVE && revoked == null)) {
            return new ConsentFinding(consent, Verdict.NOT_ACTIVE, null);
        }
        if (term.from() != null && question.at().isBefore(term.from())) {
            return new ConsentFinding(consent, Verdict.NOT_YET, term.from());
        }
        if (reached(revoked)) {
            return new ConsentFinding(consent, Verdict.REVOKED, revoked);
        }
        if (reached(term.until())) {
            return new ConsentFinding(consent, Verdict.EXPIRED, term.until());
        }
        return reached(term.eventAt()) ? new ConsentFinding(consent, Verdict.ENDED_BY_EVENT, term.eventAt()) : null;
    }

    private boolean reached(@Nullable Instant end) {
        return end != null && !question.at().isBefore(end);
    }

    /** A consent to the criminal justice system cannot be revoked before the date it states (42 CFR 2.35(c)). */
    private static @Nullable Instant effectiveRevocation(PatientConsent consent) {
        Instant revoked = consent.term().revokedAt();
        Instant earliest = consent.term().revocableAfter();
        boolean early = consent.kind() == ConsentKind.CRIMINAL_JUSTICE
                && revoked != null
                && earliest != null
                && revoked.isBefore(earliest);
        return early ? earliest : revoked;
    }

    private Verdict provisions(PatientConsent consent) {
        List<Provision> permits = new ArrayList<>();
        List<Provision> denials = new ArrayList<>();
        for (Provision exception : consent.exceptions()) {
            if (match.of(consent, exception) == Verdict.SUPPORTS) {
                (exception.permits() ? permits : denials).add(exception);
            }
        }
        if (!denials.isEmpty()) {
            return outweighed(permits, denials) ? Verdict.SUPPORTS : Verdict.DENIES;
        }
        if (!permits.isEmpty()) {
            return Verdict.SUPPORTS;
        }
        Verdict root = match.of(consent, consent.root());
        return root == Verdict.SUPPORTS && !consent.root().permits() ? Verdict.DENIES : root;
    }

    /** A permission that names the recipient outweighs, within one consent, denials of its whole class. */
    private boolean outweighed(List<Provision> permits, List<Provision> denials) {
        return permits.stream().anyMatch(match::names) && denials.stream().allMatch(match::meansClassOnly);
    }
}
