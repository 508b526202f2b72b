package org.warmhandoff.server.labels;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;

/** Adds up sets of labels. Confidentiality is a scale, of which the highest stays; all else adds up. Pure. */
final class LabelSets {

    /** From unrestricted to very restricted. */
    private static final List<String> SCALE = List.of("U", "L", "M", "N", "R", "V");

    private static final SecurityLabel RESTRICTED = SecurityLabel.confidentiality("R");

    private LabelSets() {}

    /** The strictest of all; a record of 42 CFR Part 2 is restricted at least. */
    static Set<SecurityLabel> sum(Collection<SecurityLabel>... sets) {
        Set<SecurityLabel> all = new LinkedHashSet<>();
        Stream.of(sets).forEach(all::addAll);
        if (all.contains(SecurityLabel.PART2)) {
            all.add(RESTRICTED);
        }
        int highest = all.stream().mapToInt(LabelSets::rank).max().orElse(-1);
        all.removeIf(label -> label.isConfidentiality() && rank(label) < highest);
        return all;
    }

    /** What is missing of {@code wanted}, confidentiality only where it would rise. */
    static Set<SecurityLabel> missing(Set<SecurityLabel> wanted, Set<SecurityLabel> present) {
        Set<SecurityLabel> missing = sum(wanted, present);
        missing.removeAll(present);
        return missing;
    }

    /** Gives a resource exactly these labels; codings that are among them stay as they were written. */
    static void put(Resource resource, Set<SecurityLabel> labels) {
        Set<SecurityLabel> open = new LinkedHashSet<>(labels);
        Set<SecurityLabel> seen = new HashSet<>();
        List<Coding> codings = resource.getMeta().getSecurity();
        codings.removeIf(coding -> !coding.hasSystem()
                || !coding.hasCode()
                || !labels.contains(label(coding))
                || !seen.add(label(coding)));
        open.removeAll(seen);
        open.forEach(label -> resource.getMeta().addSecurity(label.coding()));
    }

    private static SecurityLabel label(Coding coding) {
        return new SecurityLabel(coding.getSystem(), coding.getCode());
    }

    /** -1 for what is no confidentiality, or one unknown. */
    private static int rank(SecurityLabel label) {
        return label.isConfidentiality() ? SCALE.indexOf(label.code()) : -1;
    }
}
