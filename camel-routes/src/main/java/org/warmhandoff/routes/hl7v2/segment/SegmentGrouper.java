package org.warmhandoff.routes.hl7v2.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.hl7v2.Er7Segment;
import org.warmhandoff.routes.hl7v2.datatype.Conversion;
import org.warmhandoff.routes.hl7v2.datatype.Fields;
import org.warmhandoff.routes.hl7v2.segment.MessageSegments.Contacted;
import org.warmhandoff.routes.hl7v2.segment.MessageSegments.Insurance;
import org.warmhandoff.routes.hl7v2.segment.MessageSegments.Observations;
import org.warmhandoff.routes.hl7v2.segment.MessageSegments.Result;

/**
 * Sorts segments into groups by what came before each. Order is taken as a hint only: a segment that stands where the
 * grammar does not have it is still used.
 */
public final class SegmentGrouper {

    private final Conversion conversion;
    private final Set<String> extra;
    private final MessageSegments groups;
    private final List<Fields> all = new ArrayList<>();
    private final Map<String, Integer> occurrences = new HashMap<>();

    /** Whose CTD would come next. */
    private @Nullable List<Fields> contacts;

    /** Whose NTE would come next. */
    private List<Fields> notes;

    private SegmentGrouper(Conversion conversion, Set<String> extra) {
        this.conversion = conversion;
        this.extra = extra;
        this.groups = new MessageSegments(conversion);
        this.notes = groups.notes;
    }

    public static SegmentGrouper of(Er7Message message, Conversion conversion) {
        return of(message, conversion, Set.of());
    }

    /** @param extra ids of segments that are used besides those of a referral */
    public static SegmentGrouper of(Er7Message message, Conversion conversion, Set<String> extra) {
        SegmentGrouper grouper = new SegmentGrouper(conversion, extra);
        for (Er7Segment segment : message.segments()) {
            grouper.take(new Fields(segment, grouper.occurrences.merge(segment.id(), 1, Integer::sum), conversion));
        }
        return grouper;
    }

    public MessageSegments groups() {
        return groups;
    }

    /** Notes every field that no mapper has read. */
    public void noteUnread() {
        all.forEach(Fields::noteUnread);
    }

    private void take(Fields segment) {
        if (extra.contains(segment.id())) {
            takeOne(segment);
            return;
        }
        switch (segment.id()) {
            case "MSH", "RF1", "PID", "PV1", "PV2" -> takeOnly(segment);
            case "NK1", "GT1", "DG1", "AL1", "PR1" -> takeOne(segment);
            case "AUT" -> takeAuthorization(segment);
            case "PRD" -> takeContacted(segment, groups.providers);
            case "CTD" -> takeContact(segment);
            case "IN1" -> {
                take(segment, groups.notes);
                groups.insurances.add(new Insurance(segment, new ArrayList<>()));
            }
            case "IN2" -> takeSecondPart(segment);
            case "OBR" -> takeObr(segment);
            case "OBX" -> takeObx(segment);
            case "NTE" -> {
                all.add(segment);
                notes.add(segment);
            }
            default -> conversion.notes().segmentNotMapped(segment.id());
        }
    }

    private void take(Fields segment, List<Fields> itsNotes) {
        all.add(segment);
        notes = itsNotes;
        contacts = null;
    }

    private void takeOnly(Fields segment) {
        if (groups.has(segment.id())) {
            conversion.notes().add(segment.id() + " repeated, only the first is used");
        } else {
            takeOne(segment);
        }
    }

    private void takeOne(Fields segment) {
        take(segment, groups.notes);
        groups.add(segment);
    }

    private void takeAuthorization(Fields segment) {
        if (groups.has("PR1")) {
            conversion.notes().add("AUT of a procedure not mapped");
        } else {
            takeContacted(segment, groups.authorizations);
        }
    }

    private void takeContacted(Fields segment, List<Contacted> list) {
        take(segment, groups.notes);
        Contacted contacted = new Contacted(segment, new ArrayList<>());
        list.add(contacted);
        contacts = contacted.contacts();
    }

    private void takeContact(Fields segment) {
        if (contacts == null) {
            conversion.notes().segmentNotMapped(segment.id());
        } else {
            all.add(segment);
            contacts.add(segment);
        }
    }

    private void takeSecondPart(Fields segment) {
        if (groups.insurances.isEmpty()) {
            conversion.notes().add("IN2 without IN1 not mapped");
        } else {
            take(segment, groups.notes);
            groups.insurances.get(groups.insurances.size() - 1).in2().add(segment);
        }
    }

    private void takeObr(Fields segment) {
        Observations observations = new Observations(segment, new ArrayList<>(), new ArrayList<>());
        take(segment, observations.notes());
        groups.observations.add(observations);
    }

    private void takeObx(Fields segment) {
        Result result = new Result(segment, new ArrayList<>());
        take(segment, result.notes());
        if (groups.observations.isEmpty()) {
            groups.observations.add(new Observations(null, new ArrayList<>(), new ArrayList<>()));
        }
        groups.observations.get(groups.observations.size() - 1).results().add(result);
    }
}
