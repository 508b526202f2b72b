package org.warmhandoff.server.referral.notice;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.ccda.PackagedOrder;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReferralReader;
import org.warmhandoff.server.inbox.InboxQueue;
import org.warmhandoff.server.inbox.StoredMessage;
import org.warmhandoff.server.referral.ReferralRecord;

/** Finds the very message that brought a referral: answers repeat what stood in it and pass on nothing that others said. */
@Component
class OriginalMessages {

    private final InboxQueue inbox;
    private final List<ReferralReader> readers;

    OriginalMessages(InboxQueue inbox, List<ReferralReader> readers) {
        this.inbox = inbox;
        this.readers = List.copyOf(readers);
    }

    Optional<InboundMessage> of(ReferralRecord referral) {
        return Optional.ofNullable(referral.replyTo().get("inboxId"))
                .flatMap(id -> inbox.load(Long.parseLong(id)))
                .map(StoredMessage::message);
    }

    /** The HL7 v2 message that it was, or that was in it. */
    Optional<Er7Message> er7(ReferralRecord referral) {
        Optional<InboundMessage> message = of(referral);
        return referral.orderedInPackage()
                ? message.flatMap(found -> PackagedOrder.in(found.body())).map(PackagedOrder::message)
                : message.filter(found -> found.dialect() == Dialect.HL7V2)
                        .flatMap(found -> Er7Message.parse(found.body()));
    }

    /** The patient as the requester gave it; empty when its message referred to one that was here. */
    Optional<Patient> patient(ReferralRecord referral) {
        return of(referral)
                .flatMap(message -> readers.stream()
                        .filter(reader -> reader.reads(message.dialect()))
                        .findFirst()
                        .map(reader -> reader.read(message)))
                .filter(ReadReferral.Usable.class::isInstance)
                .flatMap(read -> ((ReadReferral.Usable) read)
                        .message().resources().getEntry().stream()
                                .map(entry -> entry.getResource())
                                .filter(Patient.class::isInstance)
                                .map(Patient.class::cast)
                                .findFirst());
    }
}
