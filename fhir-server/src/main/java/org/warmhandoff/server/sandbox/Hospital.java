package org.warmhandoff.server.sandbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Collectors;

/** Mercy Hospital: its EHR speaks HL7 v2 and nothing else. */
final class Hospital {

    private final InetSocketAddress hub;
    private final MllpListener listener;

    Hospital(InetSocketAddress hub, MllpListener listener) {
        this.hub = hub;
        this.listener = listener;
    }

    V2Message send(String message, Deadline deadline) throws IOException {
        return Mllp.exchange(hub, message, deadline.left());
    }

    /**
     * Waits until the referral states told so far (RF1-1 of each RRI^I12, in the order they came) are as expected.
     *
     * @param pattern such as {@code P+A+}
     */
    List<V2Message> hears(String controlId, String pattern, Deadline deadline) throws InterruptedException {
        String expected = "RRI^I12 for " + controlId + " with RF1-1 " + pattern;
        return listener.mailbox().await(expected, deadline, all -> {
            List<V2Message> replies = all.stream()
                    .filter(message -> message.value("MSA", 2).equals(controlId))
                    .filter(message -> message.field("MSH", 9).startsWith("RRI^I12"))
                    .toList();
            String states = states(replies);
            return states.matches(pattern)
                    ? new Look.Found<>(replies)
                    : new Look.NotYet<>(states.isEmpty() ? "none" : "RF1-1 " + states);
        });
    }

    static String states(List<V2Message> replies) {
        return replies.stream().map(reply -> reply.value("RF1", 1)).collect(Collectors.joining());
    }
}
