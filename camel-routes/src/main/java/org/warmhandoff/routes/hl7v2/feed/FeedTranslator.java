package org.warmhandoff.routes.hl7v2.feed;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.hl7v2.Er7Segment;
import org.warmhandoff.routes.hl7v2.MessageType;
import org.warmhandoff.routes.hl7v2.datatype.Assigners;
import org.warmhandoff.routes.hl7v2.datatype.Conversion;
import org.warmhandoff.routes.hl7v2.datatype.Notes;
import org.warmhandoff.routes.hl7v2.datatype.SsnGuard;
import org.warmhandoff.routes.hl7v2.segment.SegmentGrouper;
import org.warmhandoff.routes.hl7v2.segment.Translation;
import org.warmhandoff.routes.intake.ClinicalMessage;
import org.warmhandoff.routes.partner.Partner;

/**
 * ADT, SIU, ORU and MDM messages of versions 2.3 to 2.8, by the message maps of HL7 v2-to-FHIR. Input that is unfit in
 * part loses that part, with a note; this never throws for what a message says. Safe for use by many threads.
 */
public final class FeedTranslator {

    /** Segments that a type has besides those that a referral has too. */
    private static final Map<MessageType, Set<String>> SEGMENTS = Map.of(
            MessageType.ADT, Set.of("EVN", "MRG"),
            MessageType.SIU, Set.of("SCH", "TQ1", "RGS", "AIS", "AIG", "AIL", "AIP"),
            MessageType.ORU, Set.of("SPM"),
            MessageType.MDM, Set.of("EVN", "TXA"));

    private final ZoneId zone;

    /** @param zone where times without an offset were written */
    public FeedTranslator(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * @param sender who MSH-3 and MSH-4 name
     * @param receiver who MSH-6 names, if anybody
     * @return empty when the message is a referral, or of a type that is not taken
     */
    public Optional<ClinicalMessage> translate(Er7Message message, Partner sender, @Nullable Partner receiver) {
        return MessageType.of(message)
                .filter(type -> !type.isReferral())
                .map(type -> translate(type, message, sender, receiver));
    }

    private ClinicalMessage translate(
            MessageType type, Er7Message message, Partner sender, @Nullable Partner receiver) {
        Conversion conversion = new Conversion(new Assigners(sender.id()), zone, new SsnGuard(message), new Notes());
        SegmentGrouper grouper = SegmentGrouper.of(message, conversion, SEGMENTS.getOrDefault(type, Set.of()));
        Partner owner = receiver == null ? sender : receiver;
        Translation translation = Translation.of(sender, owner, scope(type, message), conversion);
        Feed feed = new Feed(message.msh().component(9, 2), translation, receiver, grouper);
        return switch (type) {
            case ADT -> new PatientFeed(feed).translate();
            case SIU -> new AppointmentFeed(feed).translate();
            case ORU -> new ResultFeed(feed).translate();
            case MDM -> new DocumentFeed(feed).translate();
            case REF, OMG -> throw new IllegalArgumentException("A referral is none");
        };
    }

    /** What a later message of the same thing says too, so that its resources get the same names. */
    private static String scope(MessageType type, Er7Message message) {
        return type + "|"
                + switch (type) {
                    case ADT -> raw(message, "PID", 3) + "|" + raw(message, "PV1", 44);
                    case SIU -> raw(message, "SCH", 1) + "|" + raw(message, "SCH", 2);
                    case ORU -> order(message);
                    case MDM -> document(message);
                    case REF, OMG -> message.controlId();
                };
    }

    /** OBR-3 and 2 number what was done; a laboratory that numbers nothing cannot correct it. */
    private static String order(Er7Message message) {
        String filler = raw(message, "OBR", 3);
        String placer = raw(message, "OBR", 2);
        String number = filler.isEmpty() ? placer : filler;
        return number.isEmpty() ? message.controlId() : number;
    }

    private static String document(Er7Message message) {
        String number = raw(message, "TXA", 12);
        return number.isEmpty() ? message.controlId() : number;
    }

    private static String raw(Er7Message message, String segment, int field) {
        return message.first(segment)
                .map((Er7Segment found) -> found.raw(field))
                .orElse("");
    }
}
