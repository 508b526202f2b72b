package org.warmhandoff.server.part2;

import java.util.Collections;
import java.util.Set;

/** Whether one provision speaks of the question: its recipient, purpose and record. */
final class ProvisionMatch {

    private final PolicyTables tables;
    private final Question question;
    private final RecordClass governing;
    private final Set<RecordClass> classes;
    private final Set<Purpose> covering;

    ProvisionMatch(PolicyTables tables, Question question) {
        this.tables = tables;
        this.question = question;
        this.governing = question.record().governingClass();
        this.classes = question.record().classes();
        this.covering = tables.covering(question.purpose());
    }

    /** {@link Verdict#SUPPORTS} when it matches, whether it permits or denies; else why not. */
    Verdict of(PatientConsent consent, Provision provision) {
        if (!recipient(consent, provision)) {
            return Verdict.OTHER_RECIPIENT;
        }
        boolean everyPurpose = !provision.permits() && provision.purposes().isEmpty();
        if (!everyPurpose && Collections.disjoint(provision.purposes(), covering)) {
            return Verdict.OTHER_PURPOSE;
        }
        boolean everyKind = provision.kinds().isEmpty();
        if (!everyKind && !provision.kinds().contains(question.record().kind())) {
            return Verdict.OTHER_DATA;
        }
        boolean data = provision.permits() ? opens(consent, provision) : closes(provision);
        return data ? Verdict.SUPPORTS : Verdict.OTHER_DATA;
    }

    boolean names(Provision provision) {
        return question.actor().isNamedIn(provision.recipients());
    }

    boolean meansClassOnly(Provision provision) {
        return !names(provision)
                && provision.recipientClasses().contains(question.actor().kind());
    }

    private boolean recipient(PatientConsent consent, Provision provision) {
        if (names(provision)) {
            return true;
        }
        if (provision.permits()) {
            return tables.terms(consent.kind()).classesOfRecipients() && meansClassOnly(provision);
        }
        boolean everybody =
                provision.recipients().isEmpty() && provision.recipientClasses().isEmpty();
        return everybody || meansClassOnly(provision);
    }

    private boolean opens(PatientConsent consent, Provision provision) {
        if (governing == RecordClass.ROSTER) {
            return false;
        }
        if (governing.isNote()) {
            return provision.classes().contains(governing) && onlyNotes(consent);
        }
        return provision.classes().isEmpty() || provision.classes().contains(governing);
    }

    private boolean closes(Provision provision) {
        return provision.classes().isEmpty() || !Collections.disjoint(provision.classes(), classes);
    }

    /** A consent for protected notes may not be combined with another (42 CFR 2.31(b), 45 CFR 164.508(b)(3)(ii)). */
    private static boolean onlyNotes(PatientConsent consent) {
        return consent.permissions()
                .allMatch(permission -> !permission.classes().isEmpty()
                        && permission.classes().stream().allMatch(RecordClass::isNote));
    }
}
