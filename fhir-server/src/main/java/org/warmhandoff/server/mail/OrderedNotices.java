package org.warmhandoff.server.mail;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.direct.DirectNotices;
import org.warmhandoff.routes.direct.Disposition;
import org.warmhandoff.routes.direct.MailReport;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.server.delivery.DeliveryOrder;
import org.warmhandoff.server.delivery.DeliveryQueue;
import org.warmhandoff.server.delivery.DeliveryReceipts;

/** Orders notifications as deliveries, once for each mail, and records those about our own mails as receipts. */
@Component
class OrderedNotices implements DirectNotices {

    static final String KIND = "direct-notification";
    static final String MESSAGE_ID = "messageId";
    static final String MAILBOX = "mailbox";
    static final String TYPE = "type";

    private static final Logger LOG = LoggerFactory.getLogger(OrderedNotices.class);

    private final DeliveryQueue deliveries;
    private final DeliveryReceipts receipts;
    private final TransactionTemplate transaction;

    OrderedNotices(DeliveryQueue deliveries, DeliveryReceipts receipts, TransactionTemplate transaction) {
        this.deliveries = deliveries;
        this.receipts = receipts;
        this.transaction = transaction;
    }

    @Override
    public void processed(Partner sender, InboundMessage mail) {
        order(mail, "processed");
    }

    @Override
    public void settled(InboundMessage mail, boolean applied) {
        if (Disposition.awaited(mail)) {
            order(mail, applied ? "dispatched" : "failed");
        }
    }

    private void order(InboundMessage mail, String type) {
        String about = KIND + "/" + mail.sender() + "/" + mail.controlId();
        Map<String, String> payload =
                Map.of(MESSAGE_ID, mail.controlId(), MAILBOX, Disposition.mailbox(mail), TYPE, type);
        transaction.executeWithoutResult(status ->
                deliveries.enqueue(new DeliveryOrder(mail.sender(), about, KIND, null, payload, about + "/" + type)));
    }

    @Override
    public void heard(Partner partner, MailReport report) {
        if (report.outcome() == MailReport.Outcome.PENDING) {
            return;
        }
        boolean taken = report.outcome() == MailReport.Outcome.TAKEN;
        DeliveryReceipts.Receipt receipt =
                new DeliveryReceipts.Receipt(partner.id(), report.messageId(), taken, report.code());
        if (receipts.recordMail(receipt).isEmpty()) {
            LOG.info("{} notified of a mail that is none of ours", partner.id());
        }
    }
}
