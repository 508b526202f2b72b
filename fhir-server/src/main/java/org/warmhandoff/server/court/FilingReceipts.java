package org.warmhandoff.server.court;

import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.court.order.EcfReceipt;
import org.warmhandoff.routes.files.FileIntake;
import org.warmhandoff.routes.files.FileReceipt;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerKind;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryReceipts;

/**
 * Answers of a court's filing system, among the files in its inbox folder: what was accepted or docketed is acknowledged,
 * what was rejected is a dead letter.
 */
@Component
@Order(0)
class FilingReceipts implements FileIntake {

    private final DeliveryReceipts receipts;

    FilingReceipts(DeliveryReceipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public boolean takes(Partner sender, String name) {
        return sender.kind() == PartnerKind.COURT
                && name.toLowerCase(Locale.ROOT).endsWith(".xml");
    }

    @Override
    public boolean takes(Partner sender, String name, byte[] content) {
        return takes(sender, name) && EcfReceipt.read(content).isPresent();
    }

    @Override
    public Answer take(Partner sender, String name, byte[] content) {
        EcfReceipt receipt = EcfReceipt.read(content).orElseThrow();
        Optional<Delivery> found = receipt.messageIds().stream()
                .flatMap(id -> receipts
                        .record(new DeliveryReceipts.Receipt(
                                sender.id(),
                                id,
                                receipt.accepted(),
                                receipt.code().replace(' ', '-')))
                        .stream())
                .findFirst();
        return found.isPresent()
                ? new Answer.Done(null)
                : new Answer.Failed(
                        new FileReceipt(null, null, "not-found", null, "No such filing was sent to this court.", null)
                                .text());
    }
}
