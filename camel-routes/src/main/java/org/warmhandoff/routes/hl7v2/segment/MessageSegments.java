package org.warmhandoff.routes.hl7v2.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.Conversion;
import org.warmhandoff.routes.hl7v2.datatype.Fields;

/** The segments of a REF_I12 message as the groups of its grammar (HL7 v2.5.1, 11.3.2); filled by {@link SegmentGrouper}. */
public final class MessageSegments {

    /** AUT or PRD with its contacts (CTD). */
    public record Contacted(Fields segment, List<Fields> contacts) {}

    /** IN1 with its IN2. */
    public record Insurance(Fields in1, List<Fields> in2) {}

    /** OBR (absent when a sender leaves it out) with its notes and results. */
    public record Observations(@Nullable Fields obr, List<Fields> notes, List<Result> results) {}

    /** OBX with its notes. */
    public record Result(Fields obx, List<Fields> notes) {}

    public final List<Contacted> authorizations = new ArrayList<>();
    public final List<Contacted> providers = new ArrayList<>();
    public final List<Insurance> insurances = new ArrayList<>();
    public final List<Observations> observations = new ArrayList<>();
    public final List<Fields> notes = new ArrayList<>();

    private final Map<String, List<Fields>> others = new HashMap<>();
    private final Conversion conversion;

    public MessageSegments(Conversion conversion) {
        this.conversion = conversion;
    }

    public void add(Fields segment) {
        others.computeIfAbsent(segment.id(), id -> new ArrayList<>()).add(segment);
    }

    public List<Fields> all(String id) {
        return others.getOrDefault(id, List.of());
    }

    public boolean has(String id) {
        return others.containsKey(id);
    }

    /** The first segment with the id, or one without any field. */
    public Fields first(String id) {
        List<Fields> found = all(id);
        return found.isEmpty() ? Fields.none(id, conversion) : found.get(0);
    }
}
