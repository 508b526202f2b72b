package org.warmhandoff.routes.direct;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.partner.Partner;

/** Remembers what the server is told of notifications. */
final class HeardNotices implements DirectNotices {

    final List<String> said = new CopyOnWriteArrayList<>();

    @Override
    public void processed(Partner sender, InboundMessage mail) {
        said.add("processed " + sender.id() + " " + mail.controlId());
    }

    @Override
    public void settled(InboundMessage mail, boolean applied) {
        said.add("settled " + mail.controlId() + " " + applied);
    }

    @Override
    public void heard(Partner partner, MailReport report) {
        said.add(partner.id() + " " + report.messageId() + " " + report.outcome() + " " + report.code());
    }
}
