package org.warmhandoff.server.export;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.hl7.fhir.r4.model.Group;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.storage.Locks;
import org.warmhandoff.server.storage.ResourceStore;
import org.warmhandoff.server.work.PollingLoop;
import org.warmhandoff.server.work.Wakeup;

/**
 * Brings the payers' Groups up to date. HAPI's cost of an update, and the version that it keeps, grow with the members,
 * so that one write takes in all changes of a moment.
 */
@Component
class PayerGroupWriter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PayerGroupWriter.class);

    /** How long changes gather before a Group is written. */
    private static final Duration GATHER = Duration.ofMillis(300);

    private final PayerCoverageRegister register;
    private final ResourceStore store;
    private final Locks locks;
    private final TransactionTemplate transaction;
    private final PayerMatcher matcher;
    private final PollingLoop loop;

    PayerGroupWriter(
            PayerCoverageRegister register,
            ResourceStore store,
            Locks locks,
            TransactionTemplate transaction,
            PartnerDirectory partners,
            @Qualifier("payerGroupWakeup") Wakeup wakeup) {
        this.register = register;
        this.store = store;
        this.locks = locks;
        this.transaction = transaction;
        this.matcher = new PayerMatcher(partners);
        this.loop = new PollingLoop("payer-groups", wakeup, Duration.ofSeconds(2), this::round);
    }

    private boolean round() {
        List<String> due = register.due();
        if (!due.isEmpty()) {
            LockSupport.parkNanos(GATHER.toNanos());
            due.forEach(this::writeGuarded);
        }
        return false;
    }

    private void writeGuarded(String payer) {
        try {
            transaction.executeWithoutResult(status -> write(payer));
        } catch (RuntimeException e) {
            LOG.warn("Group/{}: not written ({}), again later", payer, PollingLoop.describe(e));
            LOG.debug("Group/{}", payer, e);
        }
    }

    private void write(String payer) {
        locks.hold(List.of("payer-group:" + payer));
        // A Group that is not there yet stays due.
        store.read(Group.class, payer).filter(group -> register.takeDue(payer)).ifPresent(group -> {
            Group now = PayerGroup.with(group, register.members(payer));
            if (!now.equalsDeep(group)) {
                store.update(now);
            }
        });
    }

    @Override
    public void start() {
        // Somebody may have deleted a Group, or written into it.
        register.markDue(matcher.payers().stream().map(Partner::id).toList());
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop(Duration.ofSeconds(20));
    }

    @Override
    public boolean isRunning() {
        return loop.running();
    }
}
