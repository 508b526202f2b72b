package org.warmhandoff.server.referral.notice;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.hl7v2.Er7Encoder;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.MessageIds;
import org.warmhandoff.server.delivery.Rendering;
import org.warmhandoff.server.outgoing.Disclosure;
import org.warmhandoff.server.outgoing.Disclosures;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * An HL7 v2 message to a requester that says that the client is in treatment by being sent at all: it leaves only where the
 * referral's state may be told (42 CFR 2.31), and is held until then.
 */
@Component
class ConsentedNotice {

    private final ReferralRegister register;
    private final PartnerDirectory partners;
    private final Disclosures disclosures;
    private final ResourceStore store;
    private final StaffTasks staffTasks;

    ConsentedNotice(
            ReferralRegister register,
            PartnerDirectory partners,
            Disclosures disclosures,
            ResourceStore store,
            StaffTasks staffTasks) {
        this.register = register;
        this.partners = partners;
        this.disclosures = disclosures;
        this.store = store;
        this.staffTasks = staffTasks;
    }

    /**
     * What the message is written from.
     *
     * @param task of the referral
     */
    record Told(ReferralRecord referral, Task task, Partner receiver, String controlId, Disclosure disclosure) {}

    /** What is told. */
    interface Text {

        /** Records without which there is nothing to tell. */
        List<? extends Resource> records(ReferralRecord referral, Task task);

        /** The message; called only when all of that may be shown. */
        String of(Told told);

        /** How it is sent. */
        default OutboundMessage packed(Told told, OutboundMessage message) {
            return message;
        }
    }

    Rendering render(Delivery delivery, Text text) {
        Optional<ReferralRecord> referral =
                Optional.ofNullable(delivery.taskId()).flatMap(register::byTask);
        Optional<Partner> partner = partners.byId(delivery.partnerId());
        Optional<Task> task =
                referral.flatMap(found -> store.read(Task.class, found.ids().task()));
        if (partner.isEmpty() || task.isEmpty()) {
            return new Rendering.Unrenderable("unknown");
        }
        Disclosure disclosure = disclosures.of(delivery, partner.get());
        if (!shows(disclosure, referral.get(), task.get(), text)) {
            staffTasks.obtainConsent(referral.get(), partner.get().id());
            return disclosure.withheld("consent");
        }
        // MSH-10 holds 20 characters in versions before 2.7.
        String controlId = MessageIds.of(delivery).replace("-", "").substring(0, 20);
        Told told = new Told(referral.get(), task.get(), partner.get(), controlId, disclosure);
        byte[] body = Er7Encoder.encode(text.of(told), partner.get());
        OutboundMessage message = new OutboundMessage(partner.get(), controlId, "x-application/hl7-v2+er7", "", body);
        return disclosure.rendered(text.packed(told, message));
    }

    private boolean shows(Disclosure disclosure, ReferralRecord referral, Task task, Text text) {
        Task state = StatusRecord.of(task, partners.byId(referral.owner()).orElse(null));
        boolean tells = StatusRecord.tells(disclosure.ask(state));
        disclosure.show(state);
        boolean all = true;
        for (Resource record : text.records(referral, task)) {
            all &= disclosure.show(record).isPresent();
        }
        return tells && all;
    }
}
