package org.warmhandoff.routes.hl7v2;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.Inbox;
import org.warmhandoff.routes.intake.Inbox.Receipt;
import org.warmhandoff.routes.intake.IntakeObserver;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;

/**
 * Takes in HL7 v2 messages: checks, keeps and answers each (HL7 v2.5.1, 2.9.2, original mode). An answer is given only
 * once the inbox has committed, so whoever hears AA need not fear a crash of ours.
 */
public final class Hl7v2Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Hl7v2Intake.class);
    private static final String CONTENT_TYPE = "x-application/hl7-v2+er7";

    /** Each is a row and a commit before the answer. */
    private static final int MOST_OF_A_BATCH = 1000;

    private final Inbox inbox;
    private final Parties parties;
    private final MessageCheck check;
    private final SenderProof proof;
    private final Acknowledgement acknowledgement;
    private final IntakeObserver observer;

    /** @param controlIds makes MSH-10 of the acknowledgements */
    public Hl7v2Intake(
            Inbox inbox,
            PartnerDirectory directory,
            Clock clock,
            Supplier<String> controlIds,
            IntakeObserver observer) {
        this.inbox = inbox;
        this.parties = new Parties(directory);
        this.check = new MessageCheck(parties);
        this.proof = new SenderProof(clock);
        this.acknowledgement = new Acknowledgement(clock, controlIds);
        this.observer = observer;
    }

    /** The bytes to send back; empty when there is nobody to speak to, which closes the connection. */
    Optional<byte[]> answer(MllpFrame frame) {
        List<byte[]> batch = frame.complete() ? Er7Batch.messages(frame.content()) : List.of();
        if (batch.size() > MOST_OF_A_BATCH) {
            return Optional.of(unreadable(frame, Refusal.TOO_MANY).text.getBytes(StandardCharsets.US_ASCII));
        }
        return batch.size() > 1 ? answer(batch, frame) : answerOne(frame);
    }

    /** Each message of a batch is kept and answered by itself (HL7 v2.5.1, 2.10.3). */
    private Optional<byte[]> answer(List<byte[]> batch, MllpFrame whole) {
        List<byte[]> answers = batch.stream()
                .map(message -> answerOne(new MllpFrame(message, true, whole.peer())))
                .flatMap(Optional::stream)
                .toList();
        return Optional.of(Er7Batch.of(answers, whole.content()));
    }

    private Optional<byte[]> answerOne(MllpFrame frame) {
        long start = System.nanoTime();
        Er7Text text = Er7Text.decode(frame.content());
        Optional<Er7Message> message = Er7Message.parse(text.text());
        if (message.isEmpty() && !frame.complete()) {
            return Optional.empty();
        }
        Answer answer =
                message.map(m -> answer(m, frame, text.fit())).orElseGet(() -> unreadable(frame, Refusal.UNREADABLE));
        observer.answered(Dialect.HL7V2, answer.outcome, Duration.ofNanos(System.nanoTime() - start));
        return Optional.of(text.encode(answer.text));
    }

    private Answer answer(Er7Message message, MllpFrame frame, Er7Text.Fit fit) {
        try {
            Optional<Refusal> refusal = refusal(message, frame, fit);
            return refusal.isPresent() ? refuse(message, frame, refusal.get()) : accept(message, frame);
        } catch (RuntimeException e) {
            return notStored(e, acknowledgement.refused(message, Refusal.NOT_STORED));
        }
    }

    private Optional<Refusal> refusal(Er7Message message, MllpFrame frame, Er7Text.Fit fit) {
        Optional<Partner> sender = parties.sender(message);
        if (sender.isPresent() && !proof.proves(frame.peer(), sender.get())) {
            String shown = frame.peer().certificate() == null ? "no certificate" : "another certificate";
            LOG.warn(
                    "HL7 v2 message in the name of partner {} refused: {}",
                    sender.get().id(),
                    shown);
            return Optional.of(Refusal.UNPROVEN);
        }
        if (!frame.complete()) {
            return Optional.of(Refusal.TOO_LONG);
        }
        return switch (fit) {
            case GOOD -> check.refusal(message);
            case UNKNOWN -> Optional.of(Refusal.UNKNOWN_CHARACTERS);
            case BROKEN -> Optional.of(Refusal.BROKEN_CHARACTERS);
        };
    }

    private Answer accept(Er7Message message, MllpFrame frame) {
        String accepted = acknowledgement.accepted(message);
        Receipt receipt = inbox.accept(inbound(message, frame), accepted);
        if (receipt instanceof Receipt.Repeated repeated) {
            return new Answer(repeated.answer() == null ? accepted : repeated.answer(), "AA repeated");
        }
        return receipt instanceof Receipt.Conflicting
                ? refuse(message, frame, Refusal.CONFLICT)
                : new Answer(accepted, "AA");
    }

    private Answer refuse(Er7Message message, MllpFrame frame, Refusal refusal) {
        String text = acknowledgement.refused(message, refusal);
        inbox.refuse(inbound(message, frame), refusal.reason(), text);
        return Answer.of(refusal, text);
    }

    private Answer unreadable(MllpFrame frame, Refusal refusal) {
        try {
            String text = acknowledgement.unreadable(refusal);
            inbox.refuse(inbound("", "", null, null, frame), refusal.reason(), text);
            return Answer.of(refusal, text);
        } catch (RuntimeException e) {
            return notStored(e, acknowledgement.unreadable(Refusal.NOT_STORED));
        }
    }

    /** Only the exception's class is logged: the message of a database error may quote the row. */
    private static Answer notStored(RuntimeException e, String text) {
        LOG.warn("HL7 v2 message not stored and answered AE: {}", e.getClass().getName());
        return Answer.of(Refusal.NOT_STORED, text);
    }

    private InboundMessage inbound(Er7Message message, MllpFrame frame) {
        // Who did not prove to be the partner is kept under the name that it used.
        String sender = parties.sender(message)
                .filter(partner -> proof.proves(frame.peer(), partner))
                .map(Partner::id)
                .orElseGet(() -> message.msh().value(3) + "^" + message.msh().value(4));
        String type = message.msh().has(9) ? key(message.type()) : null;
        String order = MessageKeys.order(message);
        String orderKey = order.isEmpty() ? null : key(order);
        return inbound(key(sender), key(message.controlId()), type, orderKey, frame);
    }

    private static InboundMessage inbound(
            String sender, String controlId, @Nullable String type, @Nullable String orderKey, MllpFrame frame) {
        return new InboundMessage(Dialect.HL7V2, sender, controlId, type, orderKey, CONTENT_TYPE, frame.content());
    }

    /** What a refused message says of itself may be anything; it must still fit a column. */
    private static String key(String text) {
        if (MessageCheck.isKey(text)) {
            return text;
        }
        String printable = text.replaceAll("[^ -~]", "?");
        return printable.substring(0, Math.min(printable.length(), MessageCheck.LONGEST_KEY));
    }

    private record Answer(String text, String outcome) {

        static Answer of(Refusal refusal, String text) {
            int code = refusal.error().code();
            return new Answer(text, refusal.error().acknowledgementCode() + " " + code);
        }
    }
}
