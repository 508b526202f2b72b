package org.warmhandoff.server.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.intake.ClinicalMessage;
import org.warmhandoff.routes.intake.ClinicalReader;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.ReadClinical;
import org.warmhandoff.server.inbox.InboxHandler;
import org.warmhandoff.server.inbox.InboxQueue;
import org.warmhandoff.server.inbox.StoredMessage;

/** Applies messages about patients as the inbox hands them out; what they become and that they are applied is one. */
@Component
class FeedMessages implements InboxHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FeedMessages.class);

    private final List<ClinicalReader> readers;
    private final ClinicalIntake intake;
    private final InboxQueue inbox;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;

    FeedMessages(
            List<ClinicalReader> readers,
            ClinicalIntake intake,
            InboxQueue inbox,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        this.readers = readers;
        this.intake = intake;
        this.inbox = inbox;
        this.transaction = transaction;
        this.meters = meters;
    }

    @Override
    public boolean handles(InboundMessage message) {
        return readers.stream().anyMatch(reader -> reader.reads(message));
    }

    @Override
    public Verdict apply(StoredMessage stored) {
        ReadClinical read = readers.stream()
                .filter(reader -> reader.reads(stored.message()))
                .findFirst()
                .orElseThrow()
                .read(stored.message());
        if (read instanceof ReadClinical.Unusable unusable) {
            return new Verdict.Unusable(unusable.code());
        }
        ClinicalMessage message = ((ReadClinical.Usable) read).message();
        Optional<String> refusal = apply(stored, message);
        report(stored, message.content().notes());
        return refusal.<Verdict>map(Verdict.Unusable::new).orElseGet(Verdict.Applied::new);
    }

    private Optional<String> apply(StoredMessage stored, ClinicalMessage message) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<String> refusal = intake.apply(message, stored);
            if (refusal.isEmpty()) {
                inbox.applied(stored.id(), null, null);
            }
            return refusal;
        }));
    }

    /** Notes name positions and reasons, never what stood there; the message itself is kept whole. */
    private void report(StoredMessage stored, List<String> notes) {
        if (!notes.isEmpty()) {
            meters.counter(
                            "warmhandoff.feed.notes",
                            "type",
                            String.valueOf(stored.message().messageType()))
                    .increment(notes.size());
            LOG.info("inbox message {}: {} notes: {}", stored.id(), notes.size(), String.join("; ", notes));
        }
    }
}
