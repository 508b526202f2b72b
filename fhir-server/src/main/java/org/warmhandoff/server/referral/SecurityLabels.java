package org.warmhandoff.server.referral;

import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.profiles.CodeSystems;

/** Labels records by their source: 42 CFR Part 2 applies to what a Part 2 programme made or sent (2.11, 2.12). */
public final class SecurityLabels {

    private static final List<String> PART_2 =
            List.of("SUD", "42CFRPart2", "NORDSCLCD", "RedisclosureProhibitionMark", "PERSISTLABEL");

    private SecurityLabels() {}

    /** Adds the default labels of a Part 2 record; what the sender labelled stays. */
    public static void fromSource(Resource resource, boolean part2Program) {
        if (!part2Program || isDirectoryEntry(resource)) {
            return;
        }
        Meta meta = resource.getMeta();
        if (meta.getSecurity(CodeSystems.CONFIDENTIALITY, "V") == null) {
            add(meta, CodeSystems.CONFIDENTIALITY, "R");
        }
        PART_2.forEach(code -> add(meta, CodeSystems.ACT_CODE, code));
    }

    private static boolean isDirectoryEntry(Resource resource) {
        return resource instanceof Organization
                || resource instanceof Practitioner
                || resource instanceof PractitionerRole;
    }

    private static void add(Meta meta, String system, String code) {
        if (meta.getSecurity(system, code) == null) {
            meta.addSecurity(new Coding(system, code, null));
        }
    }
}
