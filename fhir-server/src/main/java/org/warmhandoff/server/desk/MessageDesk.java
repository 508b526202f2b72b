package org.warmhandoff.server.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.warmhandoff.routes.intake.BusinessKey;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryFilter;
import org.warmhandoff.server.delivery.DeliveryQueue;
import org.warmhandoff.server.delivery.DeliverySearch;
import org.warmhandoff.server.inbox.InboxEntry;
import org.warmhandoff.server.inbox.InboxSearch;

/** One list of what arrived and what is sent. */
@Service
class MessageDesk {

    static final int MOST = 500;
    private static final int RELATED = 50;

    private final InboxSearch inbox;
    private final DeliverySearch deliveries;
    private final DeliveryQueue queue;

    MessageDesk(InboxSearch inbox, DeliverySearch deliveries, DeliveryQueue queue) {
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.queue = queue;
    }

    MessagePage find(MessageFilter filter, MessagePage.Cursor from, int limit) {
        if (limit < 1 || limit > MOST) {
            throw DeskProblem.wrong("limit must be from 1 to " + MOST + ".");
        }
        List<MessageView> in = filter.arrived()
                ? inbox.find(filter.inboxCriteria(), from.in(), limit + 1).stream()
                        .map(MessageView::of)
                        .toList()
                : List.of();
        List<MessageView> out = filter.sent()
                ? deliveries.find(filter.deliveryCriteria(tasks(filter.keys())), from.out(), limit + 1).stream()
                        .map(MessageView::of)
                        .toList()
                : List.of();
        return page(in, out, from, limit);
    }

    /** Merges by time what is in order of ids already, which stays as it is. */
    private static MessagePage page(List<MessageView> in, List<MessageView> out, MessagePage.Cursor from, int limit) {
        List<MessageView> merged = new ArrayList<>();
        MessagePage.Cursor cursor = from;
        int i = 0;
        int o = 0;
        while (merged.size() < limit && (i < in.size() || o < out.size())) {
            boolean takeIn = o == out.size()
                    || (i < in.size() && !in.get(i).at().isBefore(out.get(o).at()));
            MessageView next = takeIn ? in.get(i++) : out.get(o++);
            merged.add(next);
            cursor = cursor.below(next);
        }
        boolean more = i < in.size() || o < out.size();
        return new MessagePage(merged, more ? cursor.toString() : null);
    }

    private @Nullable List<String> tasks(List<BusinessKey> keys) {
        return keys.isEmpty() ? null : inbox.tasks(keys);
    }

    MessageDetail show(MessageRef ref) {
        if (ref.inbound()) {
            InboxEntry entry = entry(ref);
            return new MessageDetail(
                    MessageView.of(entry),
                    entry.dialect(),
                    entry.settledAt(),
                    entry.bodyBytes(),
                    List.of(),
                    related(ref, entry.taskId()));
        }
        Delivery delivery = delivery(ref);
        return new MessageDetail(
                MessageView.of(delivery), null, null, null, queue.attempts(ref.id()), related(ref, delivery.taskId()));
    }

    private List<MessageView> related(MessageRef self, @Nullable String taskId) {
        if (taskId == null) {
            return List.of();
        }
        List<MessageView> in =
                inbox.ofTask(taskId, RELATED).stream().map(MessageView::of).toList();
        List<MessageView> out = queue.list(DeliveryFilter.ofTask(taskId), RELATED).stream()
                .map(MessageView::of)
                .toList();
        return page(in, out, MessagePage.Cursor.START, RELATED).messages().stream()
                .filter(message -> !message.id().equals(self.toString()))
                .toList();
    }

    InboxEntry entry(MessageRef ref) {
        return inbox.entry(ref.id()).orElseThrow(() -> DeskProblem.notFound("There is no message " + ref + "."));
    }

    Delivery delivery(MessageRef ref) {
        return queue.find(ref.id()).orElseThrow(() -> DeskProblem.notFound("There is no message " + ref + "."));
    }

    /** What is in trouble, by what is wrong with it. */
    List<Bucket> buckets() {
        List<Bucket> all = new ArrayList<>();
        inbox.buckets()
                .forEach(found -> all.add(
                        new Bucket("in", null, found.state(), found.reason(), found.messages(), found.oldest())));
        deliveries
                .buckets()
                .forEach(found -> all.add(new Bucket(
                        "out", found.partnerId(), found.state(), found.reason(), found.messages(), found.oldest())));
        return all;
    }

    /** @param partner null for what arrived */
    record Bucket(
            String direction,
            @Nullable String partner,
            String state,
            String bucket,
            long messages,
            java.time.Instant oldest) {}
}
