package org.warmhandoff.server.delivery;

import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.work.PollingLoop;

/**
 * Sends deliveries again that did not arrive. Each keeps its message id and is rendered anew, so that consent is asked
 * again; one that arrived is left alone.
 */
public final class DeliveryReplay {

    private static final Logger log = LoggerFactory.getLogger(DeliveryReplay.class);

    private final DeliveryQueue queue;
    private final List<DeliveryRenderer> renderers;
    private final TransactionTemplate transaction;

    DeliveryReplay(
            DeliveryQueue queue, ObjectProvider<DeliveryRenderer> renderers, PlatformTransactionManager transactions) {
        this.queue = queue;
        this.renderers = renderers.orderedStream().toList();
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether a dead or held delivery leaves now, or a ready one at once; false when there was nothing to do. */
    public boolean replay(Delivery delivery) {
        return switch (delivery.state()) {
            case DEAD -> queue.replay(delivery.id());
            case HELD, READY -> queue.hurry(delivery.id());
            default -> false;
        };
    }

    /** What would leave now, and whether consent lets it. Nothing that rendering notes is stored. */
    public Rendering dryRun(Delivery delivery) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                status.setRollbackOnly();
                return renderers.stream()
                        .filter(renderer -> renderer.renders(delivery.kind()))
                        .findFirst()
                        .map(renderer -> renderer.render(delivery))
                        .orElseGet(() -> new Rendering.Unrenderable("no-renderer"));
            }));
        } catch (RuntimeException e) {
            log.warn("delivery {}: dry run failed: {}", delivery.id(), PollingLoop.describe(e));
            return new Rendering.Unrenderable("internal-error");
        }
    }
}
