package org.warmhandoff.server.desk;

import java.util.List;
import org.springframework.stereotype.Service;
import org.warmhandoff.routes.delivery.PartnerProbe;
import org.warmhandoff.routes.delivery.ProbeStep;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/** Tries out the endpoint of a partner and writes the scorecard. */
@Service
class PartnerChecks {

    private final PartnerDirectory partners;
    private final List<PartnerProbe> probes;

    PartnerChecks(PartnerDirectory partners, List<PartnerProbe> probes) {
        this.partners = partners;
        this.probes = List.copyOf(probes);
    }

    /** One line of the card. */
    record Step(String name, boolean passed, String detail, long millis) {

        static Step of(ProbeStep step) {
            return new Step(
                    step.name(), step.passed(), step.detail(), step.took().toMillis());
        }
    }

    /** @param passed whether every step did */
    record Card(String partner, boolean passed, List<Step> steps) {}

    /** @param exchange whether test messages are exchanged, not only a connection opened */
    Card of(String id, boolean exchange) {
        Partner partner = partners.byId(id).orElseThrow(() -> DeskProblem.notFound("There is no partner " + id + "."));
        PartnerEndpoint endpoint = partner.endpoint();
        if (endpoint == null) {
            throw DeskProblem.conflict("Partner " + id + " has no endpoint: nothing is sent to it.");
        }
        PartnerProbe probe = probes.stream()
                .filter(candidate -> candidate.probes(endpoint))
                .findFirst()
                .orElseThrow(() -> DeskProblem.conflict("Endpoints of that type cannot be tried out."));
        List<ProbeStep> steps = exchange ? probe.check(partner) : probe.connect(partner);
        return new Card(
                partner.id(),
                steps.stream().allMatch(ProbeStep::passed),
                steps.stream().map(Step::of).toList());
    }
}
