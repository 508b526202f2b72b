package org.warmhandoff.server.labels;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;

/** One code of {@code meta.security}. */
record SecurityLabel(String system, String code) {

    static final String RECORD_CLASS = Canonical.codeSystem("record-class");

    static final SecurityLabel PART2 = act("42CFRPart2");
    static final SecurityLabel PSYCHOTHERAPY_NOTE = act("PSYTHPN");
    static final SecurityLabel PSYCHOTHERAPY_NOTE_LAW = act("HIPAAPsyNotes");
    static final SecurityLabel SELF_PAY = act("HIPAASelfPay");
    static final SecurityLabel ROSTER = recordClass("roster");
    static final SecurityLabel SUD_NOTE = recordClass("sud-counseling-note");
    static final SecurityLabel ABOUT_OTHERS = recordClass("about-others");
    static final SecurityLabel DEIDENTIFIED = recordClass("deidentified");

    /** Those that say that a record is a protected note (45 CFR 164.501, 42 CFR 2.11). */
    static final Set<SecurityLabel> NOTES = Set.of(PSYCHOTHERAPY_NOTE, PSYCHOTHERAPY_NOTE_LAW, SUD_NOTE);

    static SecurityLabel act(String code) {
        return new SecurityLabel(CodeSystems.ACT_CODE, code);
    }

    static SecurityLabel confidentiality(String code) {
        return new SecurityLabel(CodeSystems.CONFIDENTIALITY, code);
    }

    static SecurityLabel recordClass(String code) {
        return new SecurityLabel(RECORD_CLASS, code);
    }

    /** What a resource carries; codings that lack system or code say nothing. */
    static Set<SecurityLabel> of(Resource resource) {
        return resource.getMeta().getSecurity().stream()
                .filter(coding -> coding.hasSystem() && coding.hasCode())
                .map(coding -> new SecurityLabel(coding.getSystem(), coding.getCode()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean isConfidentiality() {
        return system.equals(CodeSystems.CONFIDENTIALITY);
    }

    Coding coding() {
        return new Coding(system, code, null);
    }
}
