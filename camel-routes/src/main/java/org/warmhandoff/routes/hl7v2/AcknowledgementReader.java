package org.warmhandoff.routes.hl7v2;

import java.util.Optional;
import org.warmhandoff.routes.delivery.DeliveryResult;
import org.warmhandoff.routes.delivery.DeliveryResult.Delivered;
import org.warmhandoff.routes.delivery.DeliveryResult.Rejected;
import org.warmhandoff.routes.delivery.DeliveryResult.Retry;

/** What a partner's acknowledgement means for the delivery: MSA-1, HL7 table 0008. Pure. */
final class AcknowledgementReader {

    private AcknowledgementReader() {}

    /** @param controlId MSH-10 of the message that was sent */
    static DeliveryResult read(byte[] acknowledgement, String controlId) {
        Optional<Er7Message> message = Er7Message.parse(acknowledgement);
        Optional<Er7Segment> msa = message.flatMap(m -> m.first("MSA"));
        if (msa.isEmpty()) {
            return new Retry("mllp-unreadable", "The answer is no HL7 v2 acknowledgement");
        }
        if (!msa.get().raw(2).strip().equals(controlId)) {
            return new Retry("mllp-mismatch", "The answer acknowledges another message");
        }
        String code = msa.get().value(1);
        return switch (code) {
            case "AA", "CA" -> new Delivered("MSA " + code + " " + controlId);
            case "AE", "CE" -> new Retry(code, "ERR-3 " + error(message.get()));
            case "AR", "CR" -> new Rejected(code, "ERR-3 " + error(message.get()));
            default -> new Retry("mllp-unreadable", "The acknowledgement code is not of table 0008");
        };
    }

    /** The code of HL7 table 0357 where the partner gives one; its words may hold content and are left out. */
    private static String error(Er7Message message) {
        return message.first("ERR")
                .map(err ->
                        err.has(3) ? err.value(3) : err.repetitions(1).get(0).component(4))
                .filter(code -> code.matches("\\d{1,3}"))
                .orElse("unknown");
    }
}
