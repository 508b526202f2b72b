package org.warmhandoff.server.court;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.files.FileIntake;
import org.warmhandoff.routes.files.FileReceipt;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerKind;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryReceipts;

/**
 * The court's {@code .ack} and {@code .nak} for packages that it was sent, found in its inbox folder. JSON with
 * {@code messageId}; an empty file will do if its name is that of the package.
 */
@Component
class PackageReceipts implements FileIntake {

    private static final Pattern MESSAGE_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern DIGEST = Pattern.compile("sha256:([0-9a-f]+)");

    private final DeliveryReceipts receipts;

    PackageReceipts(DeliveryReceipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public boolean takes(Partner sender, String name) {
        return sender.kind() == PartnerKind.COURT
                && (isAck(name) || name.toLowerCase(Locale.ROOT).endsWith(".nak"));
    }

    private static boolean isAck(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".ack");
    }

    @Override
    public Answer take(Partner sender, String name, byte[] content) {
        Optional<FileReceipt> said = FileReceipt.read(content);
        Optional<String> id = said.map(FileReceipt::messageId).or(() -> idIn(name));
        if (id.isEmpty()) {
            return refused("required", "The receipt names no message.");
        }
        boolean taken = isAck(name);
        String code = said.map(FileReceipt::code)
                .filter(given -> CODE.matcher(given).matches())
                .orElse(taken ? "accepted" : "nak");
        return receipts.record(new DeliveryReceipts.Receipt(sender.id(), id.get(), taken, code))
                .map(delivery -> checked(sender, delivery, id.get(), said))
                .orElseGet(() -> refused("not-found", "No such package was sent to this court."));
    }

    /** A court that acknowledges other bytes than were sent did not get the package. */
    private Answer checked(Partner sender, Delivery delivery, String id, Optional<FileReceipt> said) {
        String evidence = delivery.progress().evidence();
        Optional<String> given = said.map(FileReceipt::sha256);
        if (evidence != null && given.isPresent()) {
            Matcher sent = DIGEST.matcher(evidence);
            if (sent.find() && !given.get().toLowerCase(Locale.ROOT).startsWith(sent.group(1))) {
                receipts.record(new DeliveryReceipts.Receipt(sender.id(), id, false, "digest"));
            }
        }
        return new Answer.Done(null);
    }

    private static Optional<String> idIn(String name) {
        Matcher id = MESSAGE_ID.matcher(name);
        return id.find() ? Optional.of(id.group()) : Optional.empty();
    }

    /** No acknowledgement of an acknowledgement: the partner's folder would fill with answers to answers. */
    private static Answer refused(String code, String sentence) {
        return new Answer.Failed(new FileReceipt(null, null, code, null, sentence, null).text());
    }
}
