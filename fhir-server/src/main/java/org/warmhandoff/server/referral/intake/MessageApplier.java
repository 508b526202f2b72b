package org.warmhandoff.server.referral.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.direct.DirectNotices;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.server.inbox.InboxQueue;
import org.warmhandoff.server.inbox.InboxReplay;
import org.warmhandoff.server.inbox.StoredMessage;
import org.warmhandoff.server.referral.ReferralIntake;
import org.warmhandoff.server.referral.ReferralRecord;

/** Applies one kept message: what it becomes and that it is applied are one transaction. */
@Component
class MessageApplier {

    private static final String UNKNOWN_REFERRAL = "not-found";

    private final MessageReader reader;
    private final ReferralIntake intake;
    private final FollowUpMessages followUps;
    private final InboxQueue inbox;
    private final InboxReplay replay;
    private final DirectNotices mails;
    private final TransactionTemplate transaction;

    MessageApplier(
            MessageReader reader,
            ReferralIntake intake,
            FollowUpMessages followUps,
            InboxQueue inbox,
            InboxReplay replay,
            DirectNotices mails,
            TransactionTemplate transaction) {
        this.reader = reader;
        this.intake = intake;
        this.followUps = followUps;
        this.inbox = inbox;
        this.replay = replay;
        this.mails = mails;
        this.transaction = transaction;
    }

    /** What a message came to. */
    sealed interface Applied {

        record Done(ReferralIntake.Stored stored, @Nullable String answer) implements Applied {}

        /** It can never be applied; nothing was stored. */
        record Refused(Unusable why) implements Applied {}
    }

    /** Applies a message that a worker has claimed, long after its sender was answered. */
    Applied apply(StoredMessage stored) {
        ReadReferral read = reader.read(stored.message());
        return read instanceof Unusable unusable
                ? new Applied.Refused(unusable)
                : apply(stored, ((ReadReferral.Usable) read).message(), outcome -> CourtReceipts.late(stored, outcome));
    }

    /** @param answer what the sender is told, from what the message came to; null for what it was told already */
    Applied apply(
            StoredMessage stored, ReferralMessage message, Function<ReferralIntake.Stored, @Nullable String> answer) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Applied applied =
                    switch (message.event()) {
                        case NEW -> done(store(stored, message), answer);
                        case MODIFY, CANCEL, STATUS_QUERY -> known(stored, message, answer);
                    };
            if (applied instanceof Applied.Done done) {
                inbox.applied(stored.id(), done.stored().referral().ids().task(), done.answer());
                mails.settled(stored.message(), true);
            }
            return applied;
        }));
    }

    /** What a message about a referral that is here came to. */
    Optional<ReferralIntake.Stored> known(ReferralMessage message) {
        return intake.known(message).map(ReferralIntake.Stored.Known::new);
    }

    private ReferralIntake.Stored store(StoredMessage stored, ReferralMessage message) {
        ReferralIntake.Stored result = intake.store(message, stored.message().dialect(), replyTo(stored));
        if (result instanceof ReferralIntake.Stored.Created) {
            // A change or cancellation that was acknowledged before its referral came must not be lost.
            replay.replayEarly(stored.message(), UNKNOWN_REFERRAL);
        }
        return result;
    }

    private static Applied.Done done(
            ReferralIntake.Stored stored, Function<ReferralIntake.Stored, @Nullable String> answer) {
        return new Applied.Done(stored, answer.apply(stored));
    }

    private Applied known(
            StoredMessage stored, ReferralMessage message, Function<ReferralIntake.Stored, @Nullable String> answer) {
        ReferralRecord referral = intake.known(message).orElse(null);
        if (referral == null) {
            return new Applied.Refused(new Unusable(
                    UNKNOWN_REFERRAL, "ServiceRequest.identifier", "No referral of that number is known."));
        }
        return followUps
                .apply(referral, message, stored.id())
                .<Applied>map(Applied.Refused::new)
                .orElseGet(() -> done(new ReferralIntake.Stored.Known(referral), answer));
    }

    private static Map<String, String> replyTo(StoredMessage stored) {
        Map<String, String> replyTo = new HashMap<>();
        replyTo.put("controlId", stored.message().controlId());
        replyTo.put("inboxId", String.valueOf(stored.id()));
        String type = stored.message().messageType();
        if (type != null) {
            replyTo.put("messageType", type);
        }
        return replyTo;
    }
}
