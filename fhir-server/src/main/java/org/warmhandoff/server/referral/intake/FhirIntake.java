package org.warmhandoff.server.referral.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.Inbox;
import org.warmhandoff.routes.intake.Inbox.Receipt;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.server.access.write.PartnerWrites;
import org.warmhandoff.server.inbox.InboxQueue;
import org.warmhandoff.server.inbox.InboxState;
import org.warmhandoff.server.inbox.StoredMessage;
import org.warmhandoff.server.referral.ReferralIntake;

/** Takes in a referral whose sender waits for the result: kept first, applied at once, answered last. */
@Component
class FhirIntake {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Inbox inbox;
    private final InboxQueue queue;
    private final MessageApplier applier;
    private final PartnerWrites writes;

    FhirIntake(Inbox inbox, InboxQueue queue, MessageApplier applier, PartnerWrites writes) {
        this.writes = writes;
        this.inbox = inbox;
        this.queue = queue;
        this.applier = applier;
    }

    /**
     * A message as received.
     *
     * @param read the body, read
     * @param type such as {@code I12} or {@code transaction}
     */
    record Received(
            Dialect dialect, String controlId, String type, String contentType, byte[] body, ReadReferral read) {

        InboundMessage kept(String sender, @Nullable String orderKey) {
            return new InboundMessage(dialect, sender, controlId, type, orderKey, contentType, body);
        }
    }

    /** What the sender is told. */
    sealed interface Answer {

        record Ok(String body) implements Answer {}

        /** 422, with the reason. */
        record Refused(Unusable why) implements Answer {}

        /** 409: the control id was used for another message. */
        record Conflict() implements Answer {}

        /** 503: kept, but not applied in time; the sender may ask again. */
        record Later() implements Answer {}
    }

    /** @param answer writes the answer from what the message came to */
    Answer take(Received received, Function<ReferralIntake.Stored, String> answer) {
        if (received.read() instanceof Unusable unusable) {
            inbox.refuse(received.kept("", null), unusable.code() + " " + unusable.location(), unusable.sentence());
            return new Answer.Refused(unusable);
        }
        ReferralMessage message = ((ReadReferral.Usable) received.read()).message();
        writes.maySend(message.sender().id());
        Receipt receipt = inbox.accept(received.kept(message.sender().id(), message.placer()), null);
        if (receipt instanceof Receipt.Conflicting) {
            return new Answer.Conflict();
        } else if (receipt instanceof Receipt.Repeated repeated) {
            return repeated.answer() == null
                    ? applyOrAwait(repeated.id(), message, answer)
                    : new Answer.Ok(repeated.answer());
        }
        return applyOrAwait(((Receipt.Stored) receipt).id(), message, answer);
    }

    private Answer applyOrAwait(long id, ReferralMessage message, Function<ReferralIntake.Stored, String> answer) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<StoredMessage> mine = queue.claimOne(id);
            if (mine.isPresent()) {
                return apply(mine.get(), message, answer);
            }
            Optional<StoredMessage> settled = queue.load(id).filter(stored -> stored.state() != InboxState.RECEIVED);
            if (settled.isPresent()) {
                return told(settled.get(), message, answer);
            }
            pause();
        }
        return new Answer.Later();
    }

    /** Another thread applied it, or an earlier message of the same referral goes first. */
    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer told(StoredMessage stored, ReferralMessage message, Function<ReferralIntake.Stored, String> answer) {
        if (stored.state() != InboxState.APPLIED) {
            return new Answer.Refused(new Unusable("processing", "Bundle", "The message was refused before."));
        }
        String first = stored.answer();
        // Without one a worker applied it, after the node died that the sender was waiting for: nobody was told yet.
        return first != null
                ? new Answer.Ok(first)
                : applier.known(message)
                        .<Answer>map(known -> new Answer.Ok(answer.apply(known)))
                        .orElseGet(Answer.Later::new);
    }

    private Answer apply(
            StoredMessage stored, ReferralMessage message, Function<ReferralIntake.Stored, String> answer) {
        try {
            MessageApplier.Applied applied = applier.apply(stored, message, answer::apply);
            if (applied instanceof MessageApplier.Applied.Refused refused) {
                queue.refused(stored.id(), refused.why().code(), refused.why().sentence());
                return new Answer.Refused(refused.why());
            }
            String body = ((MessageApplier.Applied.Done) applied).answer();
            return new Answer.Ok(body == null ? "" : body);
        } catch (RuntimeException e) {
            // The sender hears of it and has not been told that we have it: the control id is free again.
            queue.refused(stored.id(), e.getClass().getSimpleName(), "");
            throw e;
        }
    }

    static String digest(byte[] body) {
        try {
            byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(body);
            return java.util.HexFormat.of().formatHex(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
