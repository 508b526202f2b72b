package org.warmhandoff.routes.court.order;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReferralReader;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerKind;

/** Reads what a court sent, in either format. The sender is whose folder it lay in, not what the message says. */
public final class CourtOrderReader implements ReferralReader {

    private final PartnerDirectory partners;

    public CourtOrderReader(PartnerDirectory partners) {
        this.partners = partners;
    }

    /**
     * A court's message, read.
     *
     * @param messageId what the court calls it, null when that could not be read
     * @param kind null when it could not be told
     */
    public record Reading(@Nullable String messageId, @Nullable OrderKind kind, ReadReferral read) {}

    @Override
    public boolean reads(Dialect dialect) {
        return dialect == Dialect.COURT;
    }

    @Override
    public ReadReferral read(InboundMessage message) {
        return partners.byId(message.sender())
                .map(court -> read(message.body(), court).read())
                .orElseGet(() -> new ReadReferral.Unusable("not-found", "/", "The sender is no partner any more."));
    }

    /** @param court whose folder the message lay in */
    public Reading read(byte[] message, Partner court) {
        CourtOrder order = null;
        try {
            XmlElement root = HardenedXml.parse(message);
            CriminalHistory.refuse(root);
            order = order(root).noting(root.unread().distinct().map(path -> path + " not mapped"));
            requireSender(order, court);
            requireWhole(order);
            Partner program = program(order);
            return new Reading(
                    order.envelope().messageId(),
                    order.kind(),
                    new ReadReferral.Usable(OrderTranslator.translate(order, court, program)));
        } catch (UnusableOrder e) {
            return order == null
                    ? new Reading(null, null, e.why())
                    : new Reading(order.envelope().messageId(), order.kind(), e.why());
        }
    }

    private static CourtOrder order(XmlElement root) {
        if (root.name().equals(NiemOrder.ROOT)) {
            return NiemOrder.read(root);
        }
        return EcfFiling.read(root)
                .orElseThrow(() -> new UnusableOrder(
                        "not-supported",
                        root.path(),
                        "The message must be a CourtOrderMessage or an ECF 5 FilingMessage, RecordDocketingMessage or"
                                + " NotifyCourtDateMessage."));
    }

    private void requireSender(CourtOrder order, Partner court) {
        if (court.kind() != PartnerKind.COURT) {
            throw new UnusableOrder("business-rule", "/", "Only a court orders treatment.");
        }
        Optional<Partner> named = partners.byAnyName(order.envelope().court());
        if (named.isPresent() && !named.get().id().equals(court.id())) {
            throw new UnusableOrder(
                    "conflict", "/j:CaseCourt", "The message is of another court than the one that sent it.");
        }
    }

    private Partner program(CourtOrder order) {
        List<Partner> named = order.envelope().programs().stream()
                .flatMap(name -> partners.byAnyName(name).stream())
                .filter(partner -> partner.kind() == PartnerKind.IOP_PROGRAM)
                .toList();
        if (!named.isEmpty()) {
            return named.get(0);
        }
        List<Partner> hosted = partners.all().stream().filter(Partner::hosted).toList();
        boolean silent = order.envelope().programs().isEmpty();
        if (silent && hosted.size() == 1) {
            return hosted.get(0);
        }
        throw new UnusableOrder(
                "not-found", "/co:Program", "The message names no programme that is known here, and must.");
    }

    private static void requireWhole(CourtOrder order) {
        if (order.kind() == OrderKind.COURT_ORDER_TREATMENT) {
            boolean named = order.participant() != null && order.participant().family() != null;
            if (!named) {
                throw new UnusableOrder(
                        "required", "/co:Participant/nc:PersonName/nc:PersonSurName", "The participant has no name.");
            }
        } else if (order.kind() == OrderKind.HEARING_NOTICE && order.hearing() == null) {
            throw new UnusableOrder("required", "/co:Hearing", "A hearing notice says when the hearing is.");
        }
    }
}
