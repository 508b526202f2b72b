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
    private final Clock clock;
    private final IntakeObserver observer;

    DirectIntake(DirectMailReader mails, CcdaReferralReader reader, Inbox inbox, Clock clock, IntakeObserver observer) {
        this.mails = mails;
        this.reader = reader;
        this.inbox = inbox;
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
     * @throws IOException when the same mail may be taken later
     */
    Answer take(String recipient, byte[] mail) throws IOException {
        Instant start = clock.instant();
        DirectMail opened = mails.read(mail);
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
        }
        return new Answer.Taken(TAKEN);
    }

    private Answer document(DirectMail.Document mail, String recipient) {
        String contentType = mail.contentType() + ";" + CcdaReferralReader.RECIPIENT + "=" + recipient;
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
        return inbox.accept(message, TAKEN) instanceof Receipt.Conflicting
                ? new Answer.Refused("5.6.0 A message with this Message-ID but other content came before.")
                : new Answer.Taken(TAKEN);
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
