package org.warmhandoff.routes.ccda;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.routes.ccda.xdm.XdmDocument;
import org.warmhandoff.routes.ccda.xdm.XdmPackage;
import org.warmhandoff.routes.ccda.xdm.XdmReader;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.hl7v2.Er7Segment;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.routes.intake.ReferralMessage.Event;

/**
 * OMG^O19 in an XDM package (IHE PCC 360X): it says what is wanted, the C-CDA beside it says of whom.
 *
 * @param placer the referral number in ORC-2, else OBR-2
 */
public record PackagedOrder(Er7Message message, Event event, String placer) {

    private static final int LONGEST_KEY = 199;

    /** The order in a package that was read before; empty for everything else. */
    public static Optional<PackagedOrder> in(byte[] body) {
        return XdmReader.looksLikeZip(body)
                        && XdmReader.read(body) instanceof XdmPackage.Read.Usable usable
                        && of(usable.content()) instanceof Found.Order found
                ? Optional.of(found.order())
                : Optional.empty();
    }

    /** What looking for an order came to. */
    sealed interface Found {

        record None() implements Found {}

        record Order(PackagedOrder order) implements Found {}

        record Unfit(Unusable why) implements Found {}
    }

    static Found of(XdmPackage content) {
        List<XdmDocument> messages =
                content.documents().stream().filter(PackagedOrder::isMessage).toList();
        if (messages.isEmpty()) {
            return new Found.None();
        } else if (messages.size() > 1) {
            return unfit("not-supported", "IHE_XDM", "The package must have no more than one HL7 v2 message.");
        }
        Optional<Er7Message> message = Er7Message.parse(messages.get(0).body());
        return message.map(er7 -> order(er7, messages.get(0).referralId()))
                .orElseGet(() -> unfit("structure", "MSH", "The HL7 v2 message in the package cannot be read."));
    }

    static boolean isMessage(XdmDocument document) {
        return document.mimeType().contains("hl7-v2") || beginsAsMessage(document.body());
    }

    private static boolean beginsAsMessage(byte[] body) {
        String beginning = new String(body, 0, Math.min(body.length, 16), StandardCharsets.UTF_8);
        return beginning.replace("\uFEFF", "").stripLeading().startsWith("MSH|");
    }

    private static Found order(Er7Message message, XdmDocument.ReferralId said) {
        if (!message.type().startsWith("OMG^O19")) {
            return unfit("not-supported", "MSH-9", "Of HL7 v2 messages in packages OMG^O19 is taken.");
        }
        Optional<Event> event =
                CodeTables.ORDER_CONTROL.code(field(message, "ORC", 1)).flatMap(Event::ofCode);
        String placer = field(message, "ORC", 2).isEmpty() ? field(message, "OBR", 2) : field(message, "ORC", 2);
        if (event.isEmpty()) {
            return unfit("not-supported", "ORC-1", "This order control is not taken.");
        } else if (placer.isEmpty() || placer.length() > LONGEST_KEY || hasControl(placer)) {
            return unfit("required", "ORC-2", "The referral number is missing or not usable.");
        } else if (!said.isEmpty() && !said.number().equals(placer)) {
            // Cancelling the one of two that was not meant would be worse than asking.
            return unfit("invariant", "ORC-2", "The order and the metadata give the referral different numbers.");
        }
        return new Found.Order(new PackagedOrder(message, event.get(), placer));
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static String field(Er7Message message, String segment, int field) {
        return message.first(segment).map(found -> first(found, field)).orElse("");
    }

    private static String first(Er7Segment segment, int field) {
        return segment.component(field, 1);
    }

    private static Found.Unfit unfit(String code, String location, String sentence) {
        return new Found.Unfit(new Unusable(code, location, sentence));
    }

    /** Whether it can stand alone: only what makes or changes a referral needs a document, or at least a patient. */
    boolean saysEnough() {
        boolean about = event == Event.CANCEL || event == Event.STATUS_QUERY;
        return about
                || !field(message, "PID", 3).isEmpty()
                        && !field(message, "PID", 5).isEmpty();
    }
}
