package org.warmhandoff.routes.hl7v2.feed;

import java.util.Optional;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.hl7v2.MessageType;
import org.warmhandoff.routes.hl7v2.Parties;
import org.warmhandoff.routes.intake.ClinicalMessage;
import org.warmhandoff.routes.intake.ClinicalReader;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.ReadClinical;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;

/** Reads kept ADT, SIU, ORU and MDM messages, which were found fit for use before they were acknowledged. */
public final class Hl7v2ClinicalReader implements ClinicalReader {

    private final Parties parties;
    private final FeedTranslator translator;

    public Hl7v2ClinicalReader(PartnerDirectory partners, FeedTranslator translator) {
        this.parties = new Parties(partners);
        this.translator = translator;
    }

    @Override
    public boolean reads(InboundMessage message) {
        String type = message.messageType();
        return message.dialect() == Dialect.HL7V2
                && type != null
                && MessageType.ofCode(type).filter(known -> !known.isReferral()).isPresent();
    }

    @Override
    public ReadClinical read(InboundMessage message) {
        Optional<Er7Message> er7 = Er7Message.parse(message.body());
        Optional<Partner> sender = er7.flatMap(parties::sender);
        if (sender.isEmpty()) {
            return new ReadClinical.Unusable("not-found");
        }
        Partner receiver = er7.flatMap(parties::receiver).orElse(null);
        Optional<ClinicalMessage> read = translator.translate(er7.get(), sender.get(), receiver);
        return read.<ReadClinical>map(ReadClinical.Usable::new)
                .orElseGet(() -> new ReadClinical.Unusable("not-supported"));
    }
}
