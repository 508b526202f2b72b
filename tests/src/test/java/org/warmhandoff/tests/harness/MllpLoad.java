package org.warmhandoff.tests.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Referrals on several connections, each sent as soon as the one before is acknowledged, until nobody answers any more. */
public final class MllpLoad {

    private final int port;
    private final Queue<Push> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Push> interrupted = new ConcurrentLinkedQueue<>();
    private final List<Thread> senders = new ArrayList<>();

    public MllpLoad(int port, int connections) {
        this.port = port;
        for (int i = 0; i < connections; i++) {
            Thread sender = new Thread(this::send, "load-" + i);
            sender.start();
            senders.add(sender);
        }
    }

    private void send() {
        try (MllpClient client = new MllpClient(port)) {
            while (send(client)) {
                // Until it is not acknowledged.
            }
        }
    }

    private boolean send(MllpClient client) {
        Push push = Push.ofSomebody();
        String answer;
        try {
            answer = client.send(push.text()).text();
        } catch (RuntimeException e) {
            answer = "";
        }
        boolean good = answer.contains("MSA|AA|" + push.controlId());
        (good ? acknowledged : interrupted).add(push);
        return good;
    }

    /** Waits until the last connection has ended. */
    public void end() throws InterruptedException {
        for (Thread sender : senders) {
            sender.join();
        }
    }

    public List<Push> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** Those that nothing was said about, which a sender sends again. */
    public List<Push> interrupted() {
        return List.copyOf(interrupted);
    }

    public List<Push> all() {
        return Stream.concat(acknowledged.stream(), interrupted.stream()).toList();
    }
}
