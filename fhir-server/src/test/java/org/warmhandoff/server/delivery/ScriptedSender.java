package org.warmhandoff.server.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.warmhandoff.routes.delivery.DeliveryResult;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.delivery.PartnerSender;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/** Takes everything and remembers it, unless a partner is told to answer otherwise. */
final class ScriptedSender implements PartnerSender {

    private static final DeliveryResult DOWN = new DeliveryResult.Retry("connect", "refused");

    private final List<OutboundMessage> tried = Collections.synchronizedList(new ArrayList<>());
    private final List<OutboundMessage> taken = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, DeliveryResult> answers = new ConcurrentHashMap<>();
    private volatile UnaryOperator<OutboundMessage> onSend = UnaryOperator.identity();

    void down(String partnerId) {
        answers.put(partnerId, DOWN);
    }

    void up(String partnerId) {
        answers.remove(partnerId);
    }

    void answer(String partnerId, DeliveryResult result) {
        answers.put(partnerId, result);
    }

    void beforeAnswering(Runnable action) {
        onSend = message -> {
            action.run();
            return message;
        };
    }

    List<String> tried() {
        return ids(tried);
    }

    List<String> taken() {
        return ids(taken);
    }

    private static List<String> ids(List<OutboundMessage> messages) {
        synchronized (messages) {
            return messages.stream().map(OutboundMessage::messageId).toList();
        }
    }

    @Override
    public boolean serves(PartnerEndpoint endpoint) {
        return endpoint instanceof PartnerEndpoint.Folder;
    }

    @Override
    public DeliveryResult send(OutboundMessage message) {
        tried.add(onSend.apply(message));
        DeliveryResult answer = answers.get(message.partner().id());
        if (answer != null) {
            return answer;
        }
        taken.add(message);
        return new DeliveryResult.Delivered("201");
    }
}
