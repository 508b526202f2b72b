package org.warmhandoff.server.part2;

import static org.warmhandoff.server.part2.Obligation.*;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table once more, read by a second pair of eyes: nested conditions in the order of the table, sharing neither code nor
 * data with the engine. Written before the engine. Where the table is silent it follows "Readings" of docs/part2-rules.md.
 */
final class TableOracle {

    /** What the table says: {@code outcome} is permit, redact, hidden, open or review. */
    record Answer(
            String outcome,
            String rule,
            Set<Obligation> obligations,
            @Nullable Set<String> only,
            Set<String> without) {}

    private final Question q;
    private final Set<Label> labels;
    private final boolean notes;
    private final boolean part2;
    private final boolean roster;

    private TableOracle(Question q) {
        this.q = q;
        this.labels = q.record().labels();
        this.roster = labels.contains(Label.ROSTER);
        this.notes = !roster && (labels.contains(Label.SUD_NOTE) || labels.contains(Label.PSYCHOTHERAPY_NOTE));
        this.part2 = labels.contains(Label.PART2) || labels.contains(Label.SUD_NOTE);
    }

    static Answer ask(Question question) {
        return new TableOracle(question).answer();
    }

    private Answer answer() {
        boolean external = q.actor().kind() != ActorKind.OWN_WORKFORCE;
        boolean ownGroup = q.actor().kind() == ActorKind.PAYER
                && q.record().kind() == RecordKind.PAYER_GROUP
                && stands(Standing.OWN_GROUP);
        if (external && roster && !ownGroup) {
            return deny("hidden", "1");
        }
        if (!stands(Standing.IDENTIFIED)) {
            return deny("hidden", "2");
        }
        if (external && roster) {
            return labels.contains(Label.SELF_PAY)
                    ? deny("hidden", "19")
                    : redact("1a", null, Set.of("member"), LOG, Obligation.REDACT);
        }
        return notes ? protectedNote() : ordinary();
    }

    private Answer protectedNote() {
        boolean sud = labels.contains(Label.SUD_NOTE) || part2;
        switch (q.actor().kind()) {
            case OWN_WORKFORCE:
                return stands(Standing.AUTHOR) ? permit("3", LOG) : deny("open", "4");
            case PATIENT, PERSONAL_REP:
                return deny("review", sud ? "8" : "7", MANUAL_REVIEW);
            case PAYER:
                // Reading: a self-pay restriction outranks every permission.
                if (labels.contains(Label.SELF_PAY)) {
                    return deny("hidden", "19");
                }
                break;
            default:
                break;
        }
        if (sud && consented(ConsentKind.COUNSELING_NOTES) != null) {
            return permit("12", NOTICE, COPY_OF_CONSENT, LABELS, LOG, ACCOUNTING, REDISCLOSURE_PROHIBITED);
        }
        if (!sud && consented(ConsentKind.HIPAA_AUTH) != null) {
            return permit("11", LABELS, LOG, COPY_OF_CONSENT);
        }
        return deny("hidden", "13");
    }

    private Answer ordinary() {
        return switch (q.actor().kind()) {
            case OWN_WORKFORCE -> workforce();
            case QSO_BA -> serviceOrganization();
            case PATIENT, PERSONAL_REP -> patient();
            case EMERGENCY_PROVIDER -> emergency();
            case TREATING_HOSPITAL, TREATING_REHAB -> treating();
            case PAYER -> payer();
            case COURT_MONITOR -> courtMonitor();
            case COURT_ORDER -> courtOrder();
            case LEGAL_OTHER -> legal();
            case AUDITOR ->
                part2
                                && stands(Standing.AGREEMENT)
                                && (q.purpose() == Purpose.HCOMPL
                                        || q.purpose() == Purpose.HOPERAT
                                        || q.purpose() == Purpose.HPAYMT)
                        ? permit("30a", LOG, MINIMUM_NECESSARY)
                        : deny("hidden", "31");
            case PUBLIC_HEALTH ->
                part2 && labels.contains(Label.DEIDENTIFIED) && q.purpose() == Purpose.PUBHLTH
                        ? permit("30b", LOG, MINIMUM_NECESSARY)
                        : deny("hidden", "31");
        };
    }

    private Answer workforce() {
        if (stands(Standing.CARE_RELATIONSHIP)) {
            if (q.purpose() == Purpose.TREAT) {
                return permit("5a", LOG);
            }
            if (q.purpose() == Purpose.HOPERAT || q.purpose() == Purpose.HPAYMT) {
                return permit("5b", LOG, MINIMUM_NECESSARY);
            }
        }
        return deny("hidden", "31");
    }

    private Answer serviceOrganization() {
        boolean aService =
                switch (q.purpose()) {
                    case TREAT, HPAYMT, HOPERAT, COC, CAREMGT, COVAUTH, CLMATTCH, ELIGDTRM, HCOMPL -> true;
                    default -> false;
                };
        return aService && stands(Standing.AGREEMENT)
                ? permit("6", LABELS, LOG, MINIMUM_NECESSARY)
                : deny("hidden", "31");
    }

    private Answer patient() {
        if (!stands(Standing.RIGHT_OF_ACCESS)) {
            return deny("hidden", "31");
        }
        return permit(labels.contains(Label.ABOUT_OTHERS) ? "9" : "10", LOG);
    }

    private Answer emergency() {
        EmergencyAttestation e = q.emergency();
        if ((q.purpose() == Purpose.ETREAT || q.purpose() == Purpose.BTG)
                && e != null
                && e.patient().equals(q.record().patient())
                && e.organisation().equals(q.actor().organisation())
                && !e.name().isBlank()
                && !e.affiliation().isBlank()
                && !e.nature().isBlank()
                && !q.at().isBefore(e.from())
                && q.at().isBefore(e.until())
                && Duration.between(e.from(), e.until()).compareTo(Duration.ofHours(24)) <= 0) {
            return permit("14", EMERGENCY_RECORD, LABELS, LOG, ACCOUNTING, ALERT_PRIVACY_OFFICER, READ_ONLY, TIME_BOX);
        }
        return deny("hidden", "31");
    }

    private Answer treating() {
        if (!part2) {
            return q.purpose() == Purpose.TREAT && !denied() && !labels.contains(Label.STATE_CONSENT_NEEDED)
                    ? permit("18", LABELS, LOG)
                    : deny("hidden", "31");
        }
        ConsentKind ground = consented(ConsentKind.TPO, ConsentKind.SPECIFIC);
        if (ground != null) {
            return permit("15", onConsent(ground, NOTICE, COPY_OF_CONSENT, LABELS, LOG, ACCOUNTING));
        }
        if (stands(Standing.REFERRED_THE_PATIENT) && q.record().kind() == RecordKind.REFERRAL_STATUS) {
            return redact("17", Set.of("identifier", "transport-state"), Set.of(), LOG, Obligation.REDACT);
        }
        return deny("hidden", "16");
    }

    private Answer payer() {
        if (labels.contains(Label.SELF_PAY)) {
            return deny("hidden", "19");
        }
        boolean payment =
                q.purpose() == Purpose.HPAYMT || q.purpose() == Purpose.COVAUTH || q.purpose() == Purpose.CLMATTCH;
        if (part2) {
            ConsentKind ground = payment ? consented(ConsentKind.TPO, ConsentKind.SPECIFIC) : null;
            return ground != null && stands(Standing.COVERED_ON_SERVICE_DATE) && OracleNeeds.ofPayer(q)
                    ? filtered(
                            "20",
                            OracleNeeds.payerKeeps(q),
                            onConsent(ground, NOTICE, COPY_OF_CONSENT, LABELS, LOG, ACCOUNTING, MINIMUM_NECESSARY))
                    : deny("hidden", "21");
        }
        return payment
                        && stands(Standing.MEMBER_MATCHED)
                        && !denied()
                        && !labels.contains(Label.STATE_CONSENT_NEEDED)
                        && OracleNeeds.ofPayer(q)
                ? filtered("22", OracleNeeds.payerKeeps(q), EnumSet.of(LOG, MINIMUM_NECESSARY))
                : deny("hidden", "31");
    }

    private Answer courtMonitor() {
        boolean mayReport = q.purpose() == Purpose.HLEGAL && OracleNeeds.ofCourt(q);
        if (mayReport && part2 && consented(ConsentKind.CRIMINAL_JUSTICE) != null) {
            return filtered(
                    "23",
                    OracleNeeds.courtKeeps(q),
                    EnumSet.of(
                            NOTICE,
                            COPY_OF_CONSENT,
                            LABELS,
                            LOG,
                            ACCOUNTING,
                            MINIMUM_NECESSARY,
                            REDISCLOSURE_PROHIBITED));
        }
        if (mayReport && !part2) {
            ConsentKind ground = consented(ConsentKind.HIPAA_AUTH, ConsentKind.CRIMINAL_JUSTICE);
            if (ground != null) {
                return filtered(
                        "24",
                        OracleNeeds.courtKeeps(q),
                        onConsent(ground, COPY_OF_CONSENT, LABELS, LOG, ACCOUNTING, MINIMUM_NECESSARY));
            }
        }
        return deny("hidden", "25", COMPLIANCE_TASK);
    }

    private Answer courtOrder() {
        for (CourtOrder order : q.orders()) {
            boolean lists = order.patient().equals(q.record().patient())
                    && order.recipient().equals(q.actor().organisation())
                    && order.items().contains(q.record().reference())
                    && !q.at().isBefore(order.from())
                    && (order.until() == null || q.at().isBefore(order.until()));
            boolean verified = order.verifiedBy().size() >= 2
                    && order.privacyOfficer() != null
                    && order.verifiedBy().contains(order.privacyOfficer());
            if (q.purpose() != Purpose.HLEGAL || !lists || !verified) {
                continue;
            }
            if (!part2) {
                return permit("27", TWO_PERSON_RELEASE, LOG, ACCOUNTING);
            }
            boolean mayHear = !labels.contains(Label.CONFIDENTIAL_COMMUNICATION) || order.confidentialCommunications();
            if (order.section() != null && order.subpoenaAttached() && mayHear) {
                return permit("26", TWO_PERSON_RELEASE, LABELS, LOG, ACCOUNTING, MINIMUM_NECESSARY, SHORT_NOTICE);
            }
        }
        return deny("hidden", "31");
    }

    private Answer legal() {
        if (part2 && q.purpose() == Purpose.HLEGAL && consented(ConsentKind.LEGAL_PROCEEDING) != null) {
            return permit(
                    "28",
                    NOTICE,
                    COPY_OF_CONSENT,
                    LABELS,
                    LOG,
                    ACCOUNTING,
                    TWO_PERSON_RELEASE,
                    REDISCLOSURE_PROHIBITED);
        }
        return deny("hidden", "29", CANNOT_CONFIRM_LETTER);
    }

    // ---- consents

    /** The first of these kinds in which a valid consent covers the question; null when none does or one denies. */
    private @Nullable ConsentKind consented(ConsentKind... kinds) {
        if (denied()) {
            return null;
        }
        for (ConsentKind kind : kinds) {
            for (PatientConsent consent : q.consents()) {
                if (consent.kind() == kind && OracleConsent.says(consent, q) == OracleConsent.YES) {
                    return kind;
                }
            }
        }
        return null;
    }

    private boolean denied() {
        return q.consents().stream().anyMatch(consent -> OracleConsent.says(consent, q) == OracleConsent.NO);
    }

    private EnumSet<Obligation> onConsent(ConsentKind ground, Obligation first, Obligation... rest) {
        EnumSet<Obligation> all = EnumSet.of(first, rest);
        if (part2 && ground != ConsentKind.TPO && ground != ConsentKind.HIPAA_AUTH) {
            all.add(REDISCLOSURE_PROHIBITED);
        }
        return all;
    }

    // ---- answers

    private boolean stands(Standing standing) {
        return q.actor().standings().contains(standing);
    }

    private Answer permit(String rule, Obligation first, Obligation... rest) {
        return filtered(rule, null, EnumSet.of(first, rest));
    }

    private Answer permit(String rule, EnumSet<Obligation> obligations) {
        return filtered(rule, null, obligations);
    }

    private Answer filtered(String rule, @Nullable Set<String> only, EnumSet<Obligation> obligations) {
        Set<String> without = new HashSet<>();
        ActorKind kind = q.actor().kind();
        if (labels.contains(Label.COURT_DATA)
                && (kind == ActorKind.PAYER
                        || kind == ActorKind.TREATING_HOSPITAL
                        || kind == ActorKind.TREATING_REHAB)) {
            without.add("extension:court-case");
            without.add("extension:court-participant-id");
        }
        if (labels.contains(Label.ABOUT_OTHERS) && kind != ActorKind.OWN_WORKFORCE) {
            without.add("free-text");
        }
        if (only == null && without.isEmpty()) {
            return new Answer("permit", rule, obligations, null, Set.of());
        }
        obligations.add(Obligation.REDACT);
        return new Answer("redact", rule, obligations, only, without);
    }

    private Answer redact(
            String rule, @Nullable Set<String> only, Set<String> without, Obligation first, Obligation... rest) {
        Answer usual = filtered(rule, only, EnumSet.of(first, rest));
        Set<String> all = new HashSet<>(without);
        all.addAll(usual.without());
        return new Answer("redact", rule, EnumSet.of(first, rest), only, all);
    }

    private static Answer deny(String how, String rule, Obligation... more) {
        EnumSet<Obligation> obligations = EnumSet.of(LOG);
        obligations.addAll(Set.of(more));
        return new Answer(how, rule, obligations, Set.of(), Set.of());
    }
}
