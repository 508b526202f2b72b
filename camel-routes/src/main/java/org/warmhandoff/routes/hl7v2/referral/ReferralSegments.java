package org.warmhandoff.routes.hl7v2.referral;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.Conversion;
import org.warmhandoff.routes.hl7v2.datatype.Fields;

/** The segments of a REF_I12 message as the groups of its grammar (HL7 v2.5.1, 11.3.2); filled by {@link SegmentGrouper}. */
final class ReferralSegments {

    /** AUT or PRD with its contacts (CTD). */
    record Contacted(Fields segment, List<Fields> contacts) {}

    /** IN1 with its IN2. */
    record Insurance(Fields in1, List<Fields> in2) {}

    /** OBR (absent when a sender leaves it out) with its notes and results. */
    record Observations(@Nullable Fields obr, List<Fields> notes, List<Result> results) {}

    /** OBX with its notes. */
    record Result(Fields obx, List<Fields> notes) {}

    final List<Contacted> authorizations = new ArrayList<>();
    final List<Contacted> providers = new ArrayList<>();
    final List<Insurance> insurances = new ArrayList<>();
    final List<Observations> observations = new ArrayList<>();
    final List<Fields> notes = new ArrayList<>();

    private final Map<String, List<Fields>> others = new HashMap<>();
    private final Conversion conversion;

    ReferralSegments(Conversion conversion) {
        this.conversion = conversion;
    }

    void add(Fields segment) {
        others.computeIfAbsent(segment.id(), id -> new ArrayList<>()).add(segment);
    }

    List<Fields> all(String id) {
        return others.getOrDefault(id, List.of());
    }

    boolean has(String id) {
        return others.containsKey(id);
    }

    /** The first segment with the id, or one without any field. */
    Fields first(String id) {
        List<Fields> found = all(id);
        return found.isEmpty() ? Fields.none(id, conversion) : found.get(0);
    }
}
