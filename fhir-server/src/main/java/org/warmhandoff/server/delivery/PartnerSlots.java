package org.warmhandoff.server.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.partner.PausedPartners;

/** Says how many more deliveries each partner may get now, so that a slow or dead one never takes all threads. */
final class PartnerSlots {

    private final PartnerDirectory partners;
    private final PartnerBreakers breakers;
    private final PausedPartners paused;
    private final InFlight inFlight = new InFlight();
    private final int perPartner;
    private final Random order;

    PartnerSlots(
            PartnerDirectory partners,
            PartnerBreakers breakers,
            PausedPartners paused,
            int perPartner,
            RandomGenerator random) {
        this.partners = partners;
        this.breakers = breakers;
        this.paused = paused;
        this.perPartner = perPartner;
        this.order = new Random(random.nextLong());
    }

    /** Partners with room, in a new order each time, so that none is served first for ever. */
    Map<String, Integer> free(Instant now) {
        List<Partner> all = new ArrayList<>(partners.all());
        breakers.keepOnly(all);
        all.removeIf(partner -> paused.paused(partner.id()));
        Collections.shuffle(all, order);
        Map<String, Integer> free = new LinkedHashMap<>();
        for (Partner partner : all) {
            int underWay = inFlight.count(partner.id());
            int allowed = breakers.allowance(partner.id(), perPartner - underWay, underWay, now);
            if (allowed > 0) {
                free.put(partner.id(), allowed);
            }
        }
        return free;
    }

    InFlight inFlight() {
        return inFlight;
    }

    /** Learns from an attempt; true when it ended an outage, so that what waits for the partner may go. */
    boolean learn(String partnerId, Attempt attempt, Instant now) {
        if (attempt instanceof Attempt.Again again) {
            if (again.partnerFailed()) {
                breakers.failed(partnerId, again.notBefore(), now);
            }
            return false;
        }
        boolean answered = attempt instanceof Attempt.Sent
                || (attempt instanceof Attempt.Hopeless hopeless && "rejected".equals(hopeless.outcome()));
        return answered && breakers.succeeded(partnerId);
    }
}
