package org.warmhandoff.server.part2;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question held against a policy; looks at the consents once, and only when a rule asks for them. */
final class Case {

    private final PolicyTables tables;
    private final Question question;
    private final OrderReview orders;
    private @Nullable List<ConsentFinding> findings;

    Case(PolicyTables tables, Question question) {
        this.tables = tables;
        this.question = question;
        this.orders = new OrderReview(question);
    }

    Question question() {
        return question;
    }

    OrderReview orders() {
        return orders;
    }

    List<ConsentFinding> findings() {
        List<ConsentFinding> known = findings;
        if (known == null) {
            ConsentReview review = new ConsentReview(tables, question);
            known = question.consents().stream().map(review::of).toList();
            findings = known;
        }
        return known;
    }

    boolean denied() {
        return findings().stream().anyMatch(finding -> finding.verdict() == Verdict.DENIES);
    }

    /** The consent that carries a rule: of the first kind named that has one, the one with the smallest id. */
    @Nullable
    PatientConsent support(List<ConsentKind> kinds) {
        PatientConsent best = null;
        for (ConsentFinding finding : findings()) {
            PatientConsent consent = finding.consent();
            if (finding.verdict() == Verdict.DENIES) {
                return null;
            }
            if (finding.verdict() == Verdict.SUPPORTS
                    && kinds.contains(consent.kind())
                    && (best == null || goesBefore(consent, best, kinds))) {
                best = consent;
            }
        }
        return best;
    }

    boolean emergencyAttested() {
        EmergencyAttestation attested = question.emergency();
        return attested != null
                && question.record().isOf(attested.patient())
                && question.actor().isOf(attested.organisation())
                && !attested.name().isBlank()
                && !attested.affiliation().isBlank()
                && !attested.nature().isBlank()
                && !question.at().isBefore(attested.from())
                && question.at().isBefore(attested.until())
                && Duration.between(attested.from(), attested.until()).compareTo(tables.emergencyWindow()) <= 0;
    }

    private static boolean goesBefore(PatientConsent one, PatientConsent other, List<ConsentKind> kinds) {
        int byKind = Integer.compare(kinds.indexOf(one.kind()), kinds.indexOf(other.kind()));
        return byKind < 0 || (byKind == 0 && one.id().compareTo(other.id()) < 0);
    }
}
