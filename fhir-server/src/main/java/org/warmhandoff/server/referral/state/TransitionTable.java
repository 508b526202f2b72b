package org.warmhandoff.server.referral.state;

import static org.warmhandoff.profiles.BusinessStatus.*;
import static org.warmhandoff.server.referral.state.Guard.*;
import static org.warmhandoff.server.referral.state.ReferralActor.*;
import static org.warmhandoff.server.referral.state.ReferralEvent.*;
import static org.warmhandoff.server.referral.state.TransitionRow.from;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.warmhandoff.profiles.BusinessStatus;

/** The referral workflow as data: every move that there is. What no row allows is refused. */
public final class TransitionTable {

    private static final BusinessStatus[] OPEN = states(state -> !state.terminal());
    private static final BusinessStatus[] OPEN_AND_NOT_BEING_CANCELLED =
            states(state -> !state.terminal() && state != CANCELLATION_REQUESTED);

    // The owner may record a missed intake and a consent too: staff know before the timer and the store do.
    private static final List<TransitionRow> ROWS = List.of(
            from(CREATED).on(DELIVER).by(SYSTEM).to(DELIVERED),
            from(CREATED, DELIVERED)
                    .on(FAIL_DELIVERY)
                    .by(SYSTEM)
                    .when(FORWARDED)
                    .to(DELIVERY_FAILED),
            from(DELIVERED).on(CLAIM).by(OWNER).to(IN_TRIAGE),
            from(IN_TRIAGE).on(REQUEST_INFO).by(OWNER).to(INFO_REQUESTED),
            from(INFO_REQUESTED).on(ANSWER_INFO).by(REQUESTER).to(IN_TRIAGE),
            from(IN_TRIAGE).on(AWAIT_CONSENT).by(OWNER).to(CONSENT_PENDING),
            from(CONSENT_PENDING)
                    .on(CONSENT_RECEIVED)
                    .by(SYSTEM, OWNER)
                    .when(DISCLOSURE_CONSENT)
                    .to(IN_TRIAGE),
            from(IN_TRIAGE).on(AWAIT_AUTHORIZATION).by(OWNER).to(AUTHORIZATION_PENDING),
            from(AUTHORIZATION_PENDING)
                    .on(AUTHORIZATION_RECEIVED)
                    .by(OWNER, SYSTEM)
                    .to(IN_TRIAGE),
            from(IN_TRIAGE, WAITLISTED)
                    .on(ACCEPT)
                    .by(OWNER)
                    .when(LEVEL_OFFERED, CAPACITY)
                    .to(ACCEPTED),
            // No guard on capacity: a programme without room is why somebody waits.
            from(IN_TRIAGE).on(WAITLIST).by(OWNER).to(WAITLISTED),
            from(IN_TRIAGE, WAITLISTED)
                    .on(DECLINE)
                    .by(OWNER)
                    .when(KNOWN_DECLINE_REASON)
                    .to(DECLINED),
            from(ACCEPTED).on(SCHEDULE_INTAKE).by(OWNER, PATIENT).to(INTAKE_SCHEDULED),
            from(INTAKE_SCHEDULED).on(MISS_INTAKE).by(SYSTEM, OWNER).to(INTAKE_MISSED),
            from(INTAKE_MISSED)
                    .on(SCHEDULE_INTAKE)
                    .by(OWNER, PATIENT)
                    .when(TRIES_LEFT)
                    .to(INTAKE_SCHEDULED),
            from(INTAKE_MISSED)
                    .on(DECLINE)
                    .by(OWNER)
                    .when(UNABLE_TO_CONTACT, GIVEN_UP_CONTACT)
                    .to(DECLINED),
            from(INTAKE_SCHEDULED)
                    .on(ADMIT)
                    .by(OWNER)
                    .when(ASAM_RECORDED, TREATMENT_CONSENT)
                    .to(ADMITTED),
            from(ADMITTED).on(PLAN_DISCHARGE).by(OWNER).to(DISCHARGE_PENDING),
            from(DISCHARGE_PENDING)
                    .on(COMPLETE)
                    .by(OWNER)
                    .when(DISCHARGE_SUMMARY, OUTPUT_RECORDED)
                    .to(CLOSED_COMPLETED),
            from(DISCHARGE_PENDING)
                    .on(TRANSFER)
                    .by(OWNER)
                    .when(DISCHARGE_SUMMARY, OUTPUT_RECORDED)
                    .to(CLOSED_TRANSFERRED),
            from(DISCHARGE_PENDING)
                    .on(LEAVE)
                    .by(OWNER)
                    .when(DISCHARGE_SUMMARY, OUTPUT_RECORDED)
                    .to(CLOSED_LEFT),
            from(ADMITTED)
                    .on(TRANSFER)
                    .by(OWNER)
                    .when(NEXT_STEP_ACCEPTED, OUTPUT_RECORDED)
                    .to(CLOSED_TRANSFERRED),
            from(OPEN_AND_NOT_BEING_CANCELLED).on(REQUEST_CANCEL).by(REQUESTER).to(CANCELLATION_REQUESTED),
            from(CANCELLATION_REQUESTED).on(CONFIRM_CANCEL).by(OWNER).to(CANCELLED),
            from(CANCELLATION_REQUESTED)
                    .on(CONFIRM_CANCEL)
                    .by(SYSTEM)
                    .when(NOT_ADMITTED)
                    .to(CANCELLED),
            from(CANCELLATION_REQUESTED)
                    .on(REFUSE_CANCEL)
                    .by(OWNER)
                    .when(PREVIOUS_STATE_KNOWN)
                    .back(),
            from(OPEN).on(WITHDRAW).by(PATIENT, PRIVACY_OFFICER).to(CANCELLED),
            from(OPEN).on(EXPIRE).by(SYSTEM).when(PERIOD_OVER).to(EXPIRED));

    private TransitionTable() {}

    static List<TransitionRow> rows() {
        return ROWS;
    }

    static List<TransitionRow> rows(BusinessStatus state, ReferralEvent event) {
        return ROWS.stream()
                .filter(row -> row.event() == event && row.from().contains(state))
                .toList();
    }

    /** The table as a Mermaid state diagram. */
    public static String toMermaid() {
        return StateDiagram.of(ROWS);
    }

    /** The text of docs/referral-states.md. */
    static String toMarkdown() {
        return StateDocument.of(ROWS);
    }

    private static BusinessStatus[] states(Predicate<BusinessStatus> which) {
        return Arrays.stream(BusinessStatus.values()).filter(which).toArray(BusinessStatus[]::new);
    }
}
