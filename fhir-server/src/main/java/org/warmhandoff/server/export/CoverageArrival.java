package org.warmhandoff.server.export;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Organization;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.changes.ChangeHandler;
import org.warmhandoff.server.storage.Locks;
import org.warmhandoff.server.storage.ResourceStore;
import org.warmhandoff.server.work.Wakeup;

/** A Coverage was written or deleted: whoever it named before is forgotten, whoever it names now is noted. */
@Component
class CoverageArrival implements ChangeHandler {

    private final ResourceStore store;
    private final Locks locks;
    private final PayerCoverageRegister register;
    private final PayerMatcher matcher;
    private final Wakeup wakeup;

    CoverageArrival(
            ResourceStore store,
            Locks locks,
            PayerCoverageRegister register,
            PartnerDirectory partners,
            @Qualifier("payerGroupWakeup") Wakeup wakeup) {
        this.store = store;
        this.locks = locks;
        this.register = register;
        this.matcher = new PayerMatcher(partners);
        this.wakeup = wakeup;
    }

    @Override
    public Set<String> types() {
        return Set.of("Coverage");
    }

    @Override
    public void changed(String type, String id) {
        // Locked before it is read, so that of two at a time the one that writes last has read last.
        locks.hold(List.of("payer-coverage:" + id));
        List<PayerCoverage> coverages = store.read(Coverage.class, id)
                .map(coverage -> PayerCoverage.of(
                        coverage, matcher, organization -> store.read(Organization.class, organization)))
                .orElse(List.of());
        if (register.replace(id, coverages)) {
            wakeup.wakeAfterCommit();
        }
    }
}
