package org.warmhandoff.server.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Service;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryReplay;
import org.warmhandoff.server.delivery.Rendering;
import org.warmhandoff.server.inbox.InboxEntry;
import org.warmhandoff.server.inbox.InboxHandler.Verdict;
import org.warmhandoff.server.inbox.InboxReplay;
import org.warmhandoff.server.inbox.InboxState;

/** Replays messages, or says why there is nothing to replay. Never has an effect twice. */
@Service
class MessageReplay {

    /** Replayed by one request; a dry run renders each. */
    static final int MOST = 500;

    private final MessageDesk desk;
    private final InboxReplay inbox;
    private final DeliveryReplay deliveries;

    MessageReplay(MessageDesk desk, InboxReplay inbox, DeliveryReplay deliveries) {
        this.desk = desk;
        this.inbox = inbox;
        this.deliveries = deliveries;
    }

    ReplayOutcome replay(MessageRef ref, boolean dryRun) {
        return ref.inbound() ? replayIn(ref, dryRun) : replayOut(ref, dryRun);
    }

    /** Oldest first, as they would have come. */
    ReplayReport replayAll(MessageFilter filter, boolean dryRun) {
        if (filter.picksAll()) {
            throw DeskProblem.wrong("Say which messages: a filter other than direction is needed.");
        }
        MessagePage page = desk.find(filter, MessagePage.Cursor.START, MOST);
        List<MessageView> oldestFirst = new ArrayList<>(page.messages());
        Collections.reverse(oldestFirst);
        List<ReplayOutcome> outcomes = oldestFirst.stream()
                .map(message -> replay(MessageRef.parse(message.id()), dryRun))
                .toList();
        return ReplayReport.of(dryRun, outcomes, page.next() == null);
    }

    private ReplayOutcome replayIn(MessageRef ref, boolean dryRun) {
        InboxEntry entry = desk.entry(ref);
        if (entry.state() == InboxState.FAILED) {
            if (dryRun) {
                return foretold(ref, inbox.dryRun(ref.id()));
            }
            return inbox.replay(ref.id())
                    ? ReplayOutcome.of(ref, ReplayOutcome.QUEUED, null)
                    : ReplayOutcome.of(ref, "under-way", null);
        }
        return switch (entry.state()) {
            case APPLIED ->
                ReplayOutcome.of(ref, "already-applied", entry.taskId() == null ? null : "Task/" + entry.taskId());
            case REFUSED -> ReplayOutcome.of(ref, "refused", "its sender was told and may send it again");
            default -> ReplayOutcome.of(ref, "under-way", entry.reason());
        };
    }

    private static ReplayOutcome foretold(MessageRef ref, Verdict verdict) {
        if (verdict instanceof Verdict.Unusable unusable) {
            return ReplayOutcome.of(ref, "would-fail", unusable.reason());
        }
        return verdict instanceof Verdict.Later later
                ? ReplayOutcome.of(ref, "would-fail", later.code())
                : ReplayOutcome.of(ref, "would-apply", null);
    }

    private ReplayOutcome replayOut(MessageRef ref, boolean dryRun) {
        Delivery delivery = desk.delivery(ref);
        return switch (delivery.state()) {
            case DELIVERED ->
                ReplayOutcome.of(ref, "already-delivered", delivery.progress().evidence());
            case CANCELLED ->
                ReplayOutcome.of(ref, "cancelled", delivery.progress().reason());
            case LEASED -> ReplayOutcome.of(ref, "under-way", null);
            default -> dryRun ? foretold(ref, deliveries.dryRun(delivery)) : queued(ref, delivery);
        };
    }

    private ReplayOutcome queued(MessageRef ref, Delivery delivery) {
        return deliveries.replay(delivery)
                ? ReplayOutcome.of(ref, ReplayOutcome.QUEUED, "consent is asked again when it leaves")
                : ReplayOutcome.of(ref, "under-way", null);
    }

    private static ReplayOutcome foretold(MessageRef ref, Rendering rendering) {
        if (rendering instanceof Rendering.Rendered rendered) {
            return ReplayOutcome.of(
                    ref,
                    "would-send",
                    rendered.message().contentType() + ", " + rendered.message().body().length + " bytes");
        }
        if (rendering instanceof Rendering.Unwanted unwanted) {
            return ReplayOutcome.of(ref, "would-be-dropped", unwanted.reason());
        }
        return rendering instanceof Rendering.Withheld withheld
                ? ReplayOutcome.of(ref, "would-be-held", withheld.reason())
                : ReplayOutcome.of(ref, "would-fail", ((Rendering.Unrenderable) rendering).reason());
    }
}
