package org.warmhandoff.server.referral.notice;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.hl7v2.Er7Encoder;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.consent.ConsentsOnFile;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.MessageIds;
import org.warmhandoff.server.delivery.Rendering;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;

/**
 * An HL7 v2 message to a requester that says that the client is in treatment by being sent at all: it leaves only with a
 * consent that names the requester (42 CFR 2.31), and is held until there is one.
 */
@Component
class ConsentedNotice {

    private final ReferralRegister register;
    private final PartnerDirectory partners;
    private final ConsentsOnFile consents;
    private final StaffTasks staffTasks;

    ConsentedNotice(
            ReferralRegister register, PartnerDirectory partners, ConsentsOnFile consents, StaffTasks staffTasks) {
        this.register = register;
        this.partners = partners;
        this.consents = consents;
        this.staffTasks = staffTasks;
    }

    /** Writes the message. Called only with a consent. */
    @FunctionalInterface
    interface Text {
        /** Empty when what it tells of is gone. */
        Optional<String> of(ReferralRecord referral, Partner receiver, String controlId);
    }

    Rendering render(Delivery delivery, Text text) {
        Optional<ReferralRecord> referral =
                Optional.ofNullable(delivery.taskId()).flatMap(register::byTask);
        Optional<Partner> partner = partners.byId(delivery.partnerId());
        if (referral.isEmpty() || partner.isEmpty()) {
            return new Rendering.Unrenderable("unknown");
        }
        if (!consents.namesRecipient(
                referral.get().ids().patient(), partner.get().id())) {
            staffTasks.obtainConsent(referral.get(), partner.get().id());
            return new Rendering.Withheld("consent");
        }
        // MSH-10 holds 20 characters in versions before 2.7.
        String controlId = MessageIds.of(delivery).replace("-", "").substring(0, 20);
        return text.of(referral.get(), partner.get(), controlId)
                .<Rendering>map(message -> new Rendering.Rendered(new OutboundMessage(
                        partner.get(),
                        controlId,
                        "x-application/hl7-v2+er7",
                        "",
                        Er7Encoder.encode(message, partner.get()))))
                .orElseGet(() -> new Rendering.Unrenderable("unknown"));
    }
}
