package org.warmhandoff.routes.hl7v2.referral;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.hl7v2.MessageType;
import org.warmhandoff.routes.hl7v2.datatype.Assigners;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Conversion;
import org.warmhandoff.routes.hl7v2.datatype.Notes;
import org.warmhandoff.routes.hl7v2.datatype.SsnGuard;
import org.warmhandoff.routes.hl7v2.segment.MessageSegments;
import org.warmhandoff.routes.hl7v2.segment.SegmentGrouper;
import org.warmhandoff.routes.hl7v2.segment.Translation;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.intake.ReferralMessage.Event;
import org.warmhandoff.routes.partner.Partner;

/**
 * REF^I12 to I15 (HL7 v2.5.1, 11.3; versions 2.3 to 2.8 alike) and OMG^O19 (IHE 360X) to the canonical referral, by HL7 v2-to-FHIR where it has a
 * map. Input that is unfit in part loses that part, with a note; this never throws for what a message says. Safe for use by
 * many threads.
 */
public final class ReferralTranslator {

    /** Segments of an order besides those of a REF message. */
    private static final Set<String> ORDER = Set.of("ORC", "OBR", "TQ1");

    private final ZoneId zone;
    private final Clock clock;

    /**
     * @param zone where times without an offset were written
     * @param clock dates a referral that carries no date at all
     */
    public ReferralTranslator(ZoneId zone, Clock clock) {
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * @param sender who MSH-3 and MSH-4 name
     * @param receiver who the RT provider or MSH-6 names
     * @return for {@link Event#NEW} and {@link Event#MODIFY} the whole referral; for {@link Event#CANCEL} one Task with the
     *     placer's number, {@code statusReason} and notes; for {@link Event#STATUS_QUERY} no resources
     */
    public ReferralMessage translate(Er7Message message, Partner sender, Partner receiver) {
        Assigners assigners = new Assigners(sender.id());
        Conversion conversion = new Conversion(assigners, zone, new SsnGuard(message), new Notes());
        boolean order = MessageType.of(message).filter(MessageType.OMG::equals).isPresent();
        SegmentGrouper grouper = SegmentGrouper.of(message, conversion, order ? ORDER : Set.of());
        String placer = placer(grouper.groups(), order);
        if (placer.isEmpty()) {
            conversion.notes().add(order ? "ORC-2 missing" : "RF1-6 missing");
        }
        Translation translation = Translation.of(sender, receiver, placer, conversion);
        Event event = order ? ofOrder(grouper.groups()) : event(message, conversion.notes());
        RequestMapper mapper = order
                ? new OrderMapper(translation, grouper.groups())
                : new Rf1Mapper(translation, grouper.groups().first("RF1"));
        return switch (event) {
            case NEW, MODIFY -> referral(event, translation, grouper, mapper);
            case CANCEL -> cancellation(translation, grouper, mapper);
            case STATUS_QUERY -> query(translation);
        };
    }

    private static String placer(MessageSegments segments, boolean order) {
        if (!order) {
            return segments.first("RF1").text(6);
        }
        String ofOrder = segments.first("ORC").text(2);
        return ofOrder.isEmpty() ? segments.first("OBR").text(2) : ofOrder;
    }

    /** Table 0119 in ORC-1; what else it may say was refused before. */
    private static Event ofOrder(MessageSegments segments) {
        return CodeTables.ORDER_CONTROL
                .code(segments.first("ORC").text(1))
                .flatMap(Event::ofCode)
                .orElse(Event.NEW);
    }

    private static Event event(Er7Message message, Notes notes) {
        String type = message.type();
        for (Event event : Event.values()) {
            if (type.endsWith("^" + event.code())) {
                return event;
            }
        }
        notes.add("MSH-9 names no referral event, taken as I12");
        return Event.NEW;
    }

    private ReferralMessage referral(
            Event event, Translation translation, SegmentGrouper grouper, RequestMapper mapper) {
        Bundle bundle = new ReferralAssembly(translation, grouper.groups(), mapper, clock.withZone(zone)).assemble();
        grouper.noteUnread();
        return message(event, translation, bundle);
    }

    private static ReferralMessage cancellation(Translation translation, SegmentGrouper grouper, RequestMapper mapper) {
        return message(
                Event.CANCEL, translation, new CancellationAssembly(translation, grouper.groups(), mapper).assemble());
    }

    private static ReferralMessage query(Translation translation) {
        return message(Event.STATUS_QUERY, translation, translation.resources().toBundle(List.of()));
    }

    private static ReferralMessage message(Event event, Translation translation, Bundle resources) {
        return new ReferralMessage(
                event,
                translation.sender(),
                translation.receiver(),
                translation.scope(),
                resources,
                translation.conversion().notes().toList());
    }
}
