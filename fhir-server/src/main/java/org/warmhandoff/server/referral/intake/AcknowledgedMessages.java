package org.warmhandoff.server.referral.intake;

import org.springframework.stereotype.Component;
import org.warmhandoff.routes.direct.DirectNotices;
import org.warmhandoff.routes.hl7v2.MessageType;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.server.inbox.InboxHandler;
import org.warmhandoff.server.inbox.StoredMessage;

/** Applies messages whose senders were answered long ago, as the inbox hands them out. */
@Component
class AcknowledgedMessages implements InboxHandler {

    private final MessageApplier applier;
    private final DirectNotices mails;

    AcknowledgedMessages(MessageApplier applier, DirectNotices mails) {
        this.applier = applier;
        this.mails = mails;
    }

    @Override
    public boolean handles(InboundMessage message) {
        String type = message.messageType() == null ? "" : message.messageType();
        return message.dialect() != Dialect.HL7V2
                || MessageType.ofCode(type).filter(MessageType::isReferral).isPresent();
    }

    @Override
    public Verdict apply(StoredMessage message) {
        if (applier.apply(message) instanceof MessageApplier.Applied.Refused refused) {
            mails.settled(message.message(), false);
            return new Verdict.Unusable(refused.why().code());
        }
        return new Verdict.Applied();
    }
}
