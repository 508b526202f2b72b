package org.warmhandoff.server.referral.state;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can happen to a referral: the events of {@code Task/$transition} and {@link #DELIVER}. */
public enum ReferralEvent {
    /** The owner has it. Never called from outside: storing a hosted programme's referral, or its answer, says so. */
    DELIVER,
    CLAIM,
    REQUEST_INFO(Reason.REQUIRED),
    ANSWER_INFO,
    AWAIT_CONSENT(Reason.REQUIRED),
    CONSENT_RECEIVED,
    AWAIT_AUTHORIZATION,
    AUTHORIZATION_RECEIVED,
    ACCEPT,
    WAITLIST,
    DECLINE(Reason.REQUIRED),
    SCHEDULE_INTAKE(Reason.OPTIONAL, "Appointment"),
    MISS_INTAKE,
    ADMIT(Reason.OPTIONAL, "Observation", "Consent"),
    PLAN_DISCHARGE,
    COMPLETE,
    TRANSFER,
    LEAVE,
    REQUEST_CANCEL(Reason.REQUIRED),
    CONFIRM_CANCEL,
    REFUSE_CANCEL,
    WITHDRAW(Reason.REQUIRED),
    EXPIRE,
    FAIL_DELIVERY;

    private enum Reason {
        REQUIRED,
        OPTIONAL
    }

    private final Reason reason;
    private final List<String> requiredOutputs;

    ReferralEvent() {
        this(Reason.OPTIONAL);
    }

    ReferralEvent(Reason reason, String... requiredOutputs) {
        this.reason = reason;
        this.requiredOutputs = List.of(requiredOutputs);
    }

    /** The code in {@code Parameters}, such as {@code request-info}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean requiresReason() {
        return reason == Reason.REQUIRED;
    }

    /** The resource types that the outputs of this event must refer to. */
    public List<String> requiredOutputs() {
        return requiredOutputs;
    }

    /** Whether {@code $transition} knows it. */
    public boolean callable() {
        return this != DELIVER;
    }

    public static Optional<ReferralEvent> ofCode(String code) {
        return Arrays.stream(values()).filter(e -> e.code().equals(code)).findFirst();
    }

    /** The events of {@code $transition}, in the order of its documentation. */
    public static List<ReferralEvent> callableEvents() {
        return Arrays.stream(values()).filter(ReferralEvent::callable).toList();
    }
}
