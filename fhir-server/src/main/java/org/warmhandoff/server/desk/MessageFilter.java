package org.warmhandoff.server.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.warmhandoff.routes.intake.BusinessKey;
import org.warmhandoff.server.delivery.DeliveryCriteria;
import org.warmhandoff.server.delivery.DeliveryState;
import org.warmhandoff.server.inbox.InboxCriteria;
import org.warmhandoff.server.inbox.InboxState;

/**
 * Which messages; what is absent fits all.
 *
 * @param direction {@code in} or {@code out}
 * @param referral the sender's referral number
 * @param mrn a number of the patient at some institution
 * @param docket docket number of the court case
 * @param controlId MSH-10, identifier of a message Bundle, or the id under which we sent it
 * @param bucket code of what went wrong
 */
record MessageFilter(
        @Nullable String direction,
        @Nullable String referral,
        @Nullable String mrn,
        @Nullable String docket,
        @Nullable String controlId,
        @Nullable String partner,
        @Nullable String bucket,
        @Nullable String state,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant since,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant until) {

    private static final Set<String> ARRIVED =
            Arrays.stream(InboxState.values()).map(InboxState::code).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SENT =
            Arrays.stream(DeliveryState.values()).map(DeliveryState::code).collect(Collectors.toUnmodifiableSet());

    /** Not when it is made: a constructor that throws is an internal error to Spring. */
    MessageFilter checked() {
        if (direction != null && !Set.of("in", "out").contains(direction)) {
            throw DeskProblem.wrong("direction must be in or out.");
        }
        if (state != null && !ARRIVED.contains(state) && !SENT.contains(state)) {
            throw DeskProblem.wrong(
                    "state must be one of received, applied, refused, failed for what arrived, or ready,"
                            + " leased, delivered, held, dead, cancelled for what was sent.");
        }
        return this;
    }

    boolean arrived() {
        return !"out".equals(direction) && (state == null || ARRIVED.contains(state));
    }

    boolean sent() {
        return !"in".equals(direction) && (state == null || SENT.contains(state));
    }

    /** Nothing but a direction would mean every message there ever was. */
    boolean picksAll() {
        return keys().isEmpty()
                && controlId == null
                && partner == null
                && bucket == null
                && state == null
                && since == null
                && until == null;
    }

    List<BusinessKey> keys() {
        List<BusinessKey> keys = new ArrayList<>();
        add(BusinessKey.Kind.REFERRAL, referral, keys);
        add(BusinessKey.Kind.MRN, mrn, keys);
        add(BusinessKey.Kind.DOCKET, docket, keys);
        return keys;
    }

    private static void add(BusinessKey.Kind kind, @Nullable String value, List<BusinessKey> keys) {
        if (value != null && !value.isBlank()) {
            keys.add(new BusinessKey(kind, value));
        }
    }

    InboxCriteria inboxCriteria() {
        return new InboxCriteria(keys(), controlId, partner, state, bucket, since, until);
    }

    /** @param tasks the referrals that the keys name, null when there are no keys */
    DeliveryCriteria deliveryCriteria(@Nullable List<String> tasks) {
        return new DeliveryCriteria(tasks, controlId, partner, state, bucket, since, until);
    }
}
