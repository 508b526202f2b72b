package org.warmhandoff.server.desk;

import org.springframework.stereotype.Service;
import org.warmhandoff.server.delivery.DeliveryReplay;
import org.warmhandoff.server.delivery.Rendering;
import org.warmhandoff.server.inbox.InboxQueue;
import org.warmhandoff.server.inbox.StoredMessage;
import org.warmhandoff.server.vault.BrokenSealException;
import org.warmhandoff.server.vault.UnknownKeyException;

/** Opens what arrived, and renders what would leave now: what left is not kept. */
@Service
class MessageBodies {

    private final MessageDesk desk;
    private final InboxQueue inbox;
    private final DeliveryReplay deliveries;

    MessageBodies(MessageDesk desk, InboxQueue inbox, DeliveryReplay deliveries) {
        this.desk = desk;
        this.inbox = inbox;
        this.deliveries = deliveries;
    }

    MessageBody of(MessageRef ref) {
        return ref.inbound() ? arrived(ref) : leaving(ref);
    }

    private MessageBody arrived(MessageRef ref) {
        try {
            StoredMessage stored =
                    inbox.load(ref.id()).orElseThrow(() -> DeskProblem.notFound("There is no message " + ref + "."));
            return new MessageBody(
                    stored.message().contentType(), stored.message().body());
        } catch (UnknownKeyException | BrokenSealException e) {
            throw DeskProblem.conflict("The body cannot be read: " + e.getMessage() + ".");
        }
    }

    private MessageBody leaving(MessageRef ref) {
        Rendering rendering = deliveries.dryRun(desk.delivery(ref));
        if (rendering instanceof Rendering.Rendered rendered) {
            return new MessageBody(
                    rendered.message().contentType(), rendered.message().body());
        }
        throw DeskProblem.conflict("Nothing would leave now: " + why(rendering) + ".");
    }

    private static String why(Rendering rendering) {
        if (rendering instanceof Rendering.Withheld withheld) {
            return withheld.reason();
        }
        return rendering instanceof Rendering.Unwanted unwanted
                ? unwanted.reason()
                : ((Rendering.Unrenderable) rendering).reason();
    }
}
