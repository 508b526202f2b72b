package org.warmhandoff.routes.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An inbox for tests that keeps everything in memory. */
public final class InMemoryInbox implements Inbox {

    private final Map<String, Entry> accepted = new HashMap<>();
    private final List<Entry> stored = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    @Override
    public synchronized Receipt accept(InboundMessage message, @Nullable String answer) {
        Entry earlier = accepted.get(message.sender() + '\n' + message.controlId());
        if (earlier == null) {
            Entry entry = new Entry(stored.size() + 1L, message, answer);
            accepted.put(message.sender() + '\n' + message.controlId(), entry);
            stored.add(entry);
            return new Receipt.Stored(entry.id);
        }
        return Arrays.equals(earlier.message.body(), message.body())
                ? new Receipt.Repeated(earlier.id, earlier.answer)
                : new Receipt.Conflicting(earlier.id);
    }

    @Override
    public synchronized void refuse(InboundMessage message, String reason, String answer) {
        refused.add(new Refused(message, reason, answer));
    }

    public synchronized List<InboundMessage> stored() {
        return stored.stream().map(Entry::message).toList();
    }

    public synchronized List<Refused> refused() {
        return List.copyOf(refused);
    }

    public record Refused(InboundMessage message, String reason, String answer) {}

    private record Entry(long id, InboundMessage message, @Nullable String answer) {}
}
