package org.warmhandoff.routes.direct;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.warmhandoff.routes.ccda.CcdaReferralReader;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.Inbox;
import org.warmhandoff.routes.intake.Inbox.Receipt;
import org.warmhandoff.routes.intake.IntakeObserver;
import org.warmhandoff.routes.intake.ReadReferral;

/** Takes Direct mail in: opened, read, and committed to the inbox before the sender's mail server hears that we have it. */
final class DirectIntake {

    private static final String TAKEN = "2.0.0 taken";

    /** Anybody may send mail; what nobody signed is not worth more room than it takes to see what it was. */
    private static final int KEPT_OF_STRANGERS = 64 * 1024;

    private final DirectMailReader mails;
    private final CcdaReferralReader reader;
    private final Inbox inbox;
    private final DirectNotices notices;
    private final Clock clock;
    private final IntakeObserver observer;

    DirectIntake(
            DirectMailReader mails,
            CcdaReferralReader reader,
            Inbox inbox,
            DirectNotices notices,
            Clock clock,
            IntakeObserver observer) {
        this.mails = mails;
        this.reader = reader;
        this.inbox = inbox;
        this.notices = notices;
        this.clock = clock;
        this.observer = observer;
    }

    /** What the sender's mail server is told. */
    sealed interface Answer {

        record Taken(String words) implements Answer {}

        /** It will never be taken: the sender gets it back with this. */
        record Refused(String words) implements Answer {}
    }

    /**
     * @param recipient who it was sent to, our mailbox's name
     * @param bounce whether our own relay brought it with an empty return path
     * @throws IOException when the same mail may be taken later
     */
    Answer take(String recipient, byte[] mail, boolean bounce) throws IOException {
        Instant start = clock.instant();
        DirectMail opened = mails.read(mail, bounce);
        Answer answer = answer(opened, recipient, mail);
        observer.answered(
                Dialect.CCDA,
                answer instanceof Answer.Taken
                        ? "AA"
                        : "AR " + (opened instanceof DirectMail.Refused r ? r.code() : "unfit"),
                Duration.between(start, clock.instant()));
        return answer;
    }

    private Answer answer(DirectMail opened, String recipient, byte[] mail) {
        if (opened instanceof DirectMail.Document document) {
            return document(document, recipient);
        } else if (opened instanceof DirectMail.Refused refused) {
            byte[] beginning = Arrays.copyOf(mail, Math.min(mail.length, KEPT_OF_STRANGERS));
            InboundMessage kept =
                    new InboundMessage(Dialect.CCDA, "", digest(mail), null, null, "message/rfc822", beginning);
            inbox.refuse(kept, refused.code() + " Direct", refused.sentence());
            return new Answer.Refused("5.7.1 " + refused.sentence());
        } else if (opened instanceof DirectMail.Notification notification && notification.report() != null) {
            notices.heard(notification.partner(), notification.report());
        }
        return new Answer.Taken(TAKEN);
    }

    private Answer document(DirectMail.Document mail, String recipient) {
        String contentType = Disposition.kept(mail.contentType(), recipient, mail.answer() == DirectMail.Answer.FINAL);
        CcdaReferralReader.Arrived arrived = reader.arrive(mail.sender().id(), contentType, mail.body());
        String orderKey = arrived.read() instanceof ReadReferral.Usable usable
                ? usable.message().placer()
                : null;
        InboundMessage message = new InboundMessage(
                Dialect.CCDA,
                mail.sender().id(),
                mail.messageId(),
                arrived.messageType(),
                orderKey,
                contentType,
                mail.body());
        if (arrived.read() instanceof ReadReferral.Unusable unusable) {
            inbox.refuse(message, unusable.code() + " " + unusable.location(), unusable.sentence());
            return new Answer.Refused("5.6.0 " + unusable.sentence());
        }
        if (inbox.accept(message, TAKEN) instanceof Receipt.Conflicting) {
            return new Answer.Refused("5.6.0 A message with this Message-ID but other content came before.");
        }
        if (mail.answer() != DirectMail.Answer.NONE) {
            // Also for a repeated one: we may have stopped between the two.
            notices.processed(mail.sender(), message);
        }
        return new Answer.Taken(TAKEN);
    }

    private static String digest(byte[] mail) {
        try {
            byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(mail);
            return java.util.HexFormat.of().formatHex(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
