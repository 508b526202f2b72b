package org.warmhandoff.server.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.warmhandoff.routes.delivery.DeliveryResult;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.delivery.PartnerSender;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.partner.PartnerEndpoint.TaskExchange;
import org.warmhandoff.server.work.PollingLoop;

/** Renders and sends one delivery. Never throws; knows no row and no transaction. */
final class DeliveryRunner {

    /** A delivery that takes its node down with it must not take down every node for ever. */
    static final int MOST_LOST_LEASES = 3;

    /** What fails here so often in a row is poison: it must not hold up its referral for a day. */
    static final int MOST_OWN_FAULTS = 10;

    private static final String OWN_FAULT = "internal-error";

    /** MSA-1 (HL7 table 0008) of a partner that is well but cannot take this message now. */
    private static final Set<String> APPLICATION_ERRORS = Set.of("AE", "CE");

    private static final Logger log = LoggerFactory.getLogger(DeliveryRunner.class);

    private final PartnerDirectory partners;
    private final List<DeliveryRenderer> renderers;
    private final List<PartnerSender> senders;
    private final Consumer<LeasedDelivery> giveWay;
    private final Clock clock;

    /** @param giveWay has what was withheld before a delivery rendered anew first */
    DeliveryRunner(
            PartnerDirectory partners,
            List<DeliveryRenderer> renderers,
            List<PartnerSender> senders,
            Consumer<LeasedDelivery> giveWay,
            Clock clock) {
        this.partners = partners;
        this.renderers = List.copyOf(renderers);
        this.senders = List.copyOf(senders);
        this.giveWay = giveWay;
        this.clock = clock;
    }

    Attempt run(LeasedDelivery leased) {
        Delivery delivery = leased.delivery();
        String evidence = delivery.progress().evidence();
        if (evidence != null) {
            return new Attempt.Sent(evidence);
        }
        if (leased.lostLeases() >= MOST_LOST_LEASES) {
            return new Attempt.Hopeless("abandoned", "lease-lost", leased.lostLeases() + " times in a row");
        }
        try {
            return renderAndSend(leased);
        } catch (RuntimeException e) {
            log.warn("delivery {}: attempt failed: {}", delivery.id(), PollingLoop.describe(e));
            log.debug("delivery {}: attempt failed", delivery.id(), e);
            return ownFault(leased, e.getClass().getSimpleName());
        }
    }

    private static Attempt ownFault(LeasedDelivery leased, String what) {
        return leased.ownFaults() + 1 >= MOST_OWN_FAULTS
                ? new Attempt.Hopeless("abandoned", OWN_FAULT, what)
                : new Attempt.Again(OWN_FAULT, what);
    }

    private Attempt renderAndSend(LeasedDelivery leased) {
        Delivery delivery = leased.delivery();
        Optional<DeliveryRenderer> renderer =
                renderers.stream().filter(r -> r.renders(delivery.kind())).findFirst();
        if (renderer.isEmpty()) {
            // A newer node may know this kind.
            return new Attempt.Again("no-renderer", delivery.kind());
        }
        Rendering rendering = renderer.get().render(delivery);
        if (rendering instanceof Rendering.Withheld withheld) {
            return new Attempt.Withheld(withheld.reason());
        }
        if (rendering instanceof Rendering.Unwanted unwanted) {
            return new Attempt.Unwanted(unwanted.reason());
        }
        if (rendering instanceof Rendering.Unrenderable unrenderable) {
            return new Attempt.Hopeless("unrenderable", unrenderable.reason(), null);
        }
        if (!clock.instant().isBefore(leased.leaseUntil())) {
            return new Attempt.Again("lease-over", null);
        }
        if (leased.mustGiveWay()) {
            giveWay.accept(leased);
            return LeasedDelivery.gaveWay();
        }
        return send(((Rendering.Rendered) rendering).message());
    }

    private Attempt send(OutboundMessage message) {
        Optional<PartnerEndpoint> own = partners.byId(message.partner().id()).map(Partner::endpoint);
        Optional<PartnerSender> sender = Optional.ofNullable(message.elsewhere())
                .or(() -> own)
                .flatMap(endpoint ->
                        senders.stream().filter(s -> s.serves(endpoint)).findFirst());
        if (sender.isEmpty()) {
            return new Attempt.Again("no-endpoint", null);
        }
        DeliveryResult result = sender.get().send(message);
        if (result instanceof DeliveryResult.Delivered delivered) {
            return new Attempt.Sent(delivered.evidence());
        }
        if (result instanceof DeliveryResult.Rejected rejected) {
            return new Attempt.Hopeless("rejected", rejected.errorCode(), rejected.reason());
        }
        DeliveryResult.Retry retry = (DeliveryResult.Retry) result;
        // A hook that fails must not keep from a partner what goes to its own endpoint.
        boolean aside = message.elsewhere() != null && own.isPresent() && !(own.get() instanceof TaskExchange);
        boolean partnerFailed = !aside && !APPLICATION_ERRORS.contains(retry.errorCode());
        return new Attempt.Again(retry.errorCode(), retry.reason(), partnerFailed, retry.notBefore());
    }
}
