package org.warmhandoff.server.referral.intake;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.court.order.CourtOrderReader;
import org.warmhandoff.routes.court.order.CourtOrderReader.Reading;
import org.warmhandoff.routes.files.FileIntake;
import org.warmhandoff.routes.files.FileReceipt;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.Inbox;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerKind;

/** Court orders that lie in a court's folder: kept, applied, and then acknowledged with the Task that they became. */
@Component
class CourtFileIntake implements FileIntake {

    private static final String CONTENT_TYPE = "application/xml";

    private final CourtOrderReader reader;
    private final MessageReader messages;
    private final FhirIntake intake;
    private final Inbox inbox;

    CourtFileIntake(CourtOrderReader reader, MessageReader messages, FhirIntake intake, Inbox inbox) {
        this.reader = reader;
        this.messages = messages;
        this.intake = intake;
        this.inbox = inbox;
    }

    @Override
    public boolean takes(Partner sender, String name) {
        return sender.kind() == PartnerKind.COURT
                && name.toLowerCase(Locale.ROOT).endsWith(".xml");
    }

    @Override
    public Answer take(Partner sender, String name, byte[] content) {
        Reading reading = reader.read(content, sender);
        String digest = FileReceipt.digest(content);
        if (reading.read() instanceof Unusable unusable) {
            return refuse(sender, content, reading, unusable);
        }
        String controlId = reading.messageId() == null ? digest : reading.messageId();
        FhirIntake.Answer answer = intake.take(
                new FhirIntake.Received(
                        Dialect.COURT, controlId, type(reading), CONTENT_TYPE, content, messages.fit(reading.read())),
                stored -> CourtReceipts.accepted(controlId, content, stored));
        if (answer instanceof FhirIntake.Answer.Ok ok) {
            return new Answer.Done(ok.body());
        } else if (answer instanceof FhirIntake.Answer.Refused refused) {
            return new Answer.Failed(CourtReceipts.refused(controlId, content, refused.why()));
        } else if (answer instanceof FhirIntake.Answer.Conflict) {
            return new Answer.Failed(CourtReceipts.refused(
                    controlId,
                    content,
                    new Unusable(
                            "duplicate",
                            "nc:DocumentIdentification",
                            "Another message with this identification came before.")));
        }
        return new Answer.Later();
    }

    private Answer refuse(Partner sender, byte[] content, Reading reading, Unusable why) {
        String controlId = reading.messageId() == null ? FileReceipt.digest(content) : reading.messageId();
        String text = CourtReceipts.refused(controlId, content, why);
        inbox.refuse(
                new InboundMessage(Dialect.COURT, sender.id(), controlId, type(reading), null, CONTENT_TYPE, content),
                why.code() + " " + why.location(),
                text);
        return new Answer.Failed(text);
    }

    private static String type(Reading reading) {
        return reading.kind() == null ? "court-message" : reading.kind().code();
    }
}
