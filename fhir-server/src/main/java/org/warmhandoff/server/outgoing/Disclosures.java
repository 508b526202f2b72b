package org.warmhandoff.server.outgoing;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.disclosure.DisclosureGate;
import org.warmhandoff.server.disclosure.Recipient;
import org.warmhandoff.server.disclosure.Way;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.Purpose;
import org.warmhandoff.server.storage.ResourceStore;

/** Opens disclosures to partners. */
@Component
public class Disclosures {

    private final DisclosureGate gate;
    private final ResourceStore store;

    Disclosures(DisclosureGate gate, ResourceStore store) {
        this.gate = gate;
        this.store = store;
    }

    /** To the partner's own endpoint, in its dialect. */
    public Disclosure of(Delivery delivery, Partner partner) {
        return of(delivery, partner, way(partner));
    }

    /** See {@link #of(Partner, Way, String)}. */
    public Disclosure of(Partner partner, String occasion) {
        return of(partner, way(partner), occasion);
    }

    /** One attempt of a delivery: a later one asks anew, and has an account of its own. */
    public Disclosure of(Delivery delivery, Partner partner, Way way) {
        return of(partner, way, occasion(delivery));
    }

    /** Names an attempt of a delivery in the ledger: {@code delivery/[id]/[attempt]}, as its history counts them. */
    public static String occasion(Delivery delivery) {
        return "delivery/" + delivery.id() + "/" + (delivery.progress().attempts() + 1);
    }

    /** @param occasion id of what is disclosed, for the ledger */
    public Disclosure of(Partner partner, Way way, String occasion) {
        Recipient recipient = new Recipient(actor(partner), partner.id(), null, Set.of());
        return new Disclosure(gate.open(recipient, purpose(partner), way, occasion), partner, store);
    }

    private static Way way(Partner partner) {
        PartnerEndpoint endpoint = partner.endpoint();
        if (endpoint instanceof PartnerEndpoint.Mllp) {
            return Way.HL7V2;
        }
        boolean documents = endpoint instanceof PartnerEndpoint.Direct || endpoint instanceof PartnerEndpoint.Folder;
        return documents ? Way.CCDA : Way.FHIR_MESSAGE;
    }

    private static ActorKind actor(Partner partner) {
        return switch (partner.kind()) {
            case HOSPITAL, LAB -> ActorKind.TREATING_HOSPITAL;
            case REHAB, IOP_PROGRAM -> ActorKind.TREATING_REHAB;
            case COURT -> ActorKind.COURT_MONITOR;
            case PAYER -> ActorKind.PAYER;
        };
    }

    private static Purpose purpose(Partner partner) {
        return switch (partner.kind()) {
            case HOSPITAL, LAB, REHAB, IOP_PROGRAM -> Purpose.TREAT;
            case COURT -> Purpose.HLEGAL;
            case PAYER -> Purpose.HPAYMT;
        };
    }
}
