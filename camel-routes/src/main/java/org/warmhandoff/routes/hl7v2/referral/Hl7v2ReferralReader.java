package org.warmhandoff.routes.hl7v2.referral;

import java.util.Optional;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.hl7v2.Parties;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReferralReader;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;

/** Reads kept HL7 v2 messages, which were found fit for use before they were acknowledged. */
public final class Hl7v2ReferralReader implements ReferralReader {

    private final Parties parties;
    private final ReferralTranslator translator;

    public Hl7v2ReferralReader(PartnerDirectory partners, ReferralTranslator translator) {
        this.parties = new Parties(partners);
        this.translator = translator;
    }

    @Override
    public boolean reads(Dialect dialect) {
        return dialect == Dialect.HL7V2;
    }

    @Override
    public ReadReferral read(InboundMessage message) {
        Optional<Er7Message> er7 = Er7Message.parse(message.body());
        Optional<Partner> sender = er7.flatMap(parties::sender);
        Optional<Partner> receiver = er7.flatMap(parties::receiver);
        if (sender.isEmpty() || receiver.isEmpty()) {
            return new ReadReferral.Unusable("not-found", "MSH", "Sender or receiver is no partner any more.");
        }
        return new ReadReferral.Usable(translator.translate(er7.get(), sender.get(), receiver.get()));
    }
}
