package org.warmhandoff.routes.partner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One partner as configured.
 *
 * @param id stable key, {@code [a-z0-9-]+}
 * @param mllpSender who it is in HL7 v2, null when it sends none
 * @param endpoint where we send to it, null when it only pulls or is hosted here
 * @param part2Program whether it is a federally assisted SUD programme (42 CFR 2.11, 2.12)
 * @param levelsOfCare ASAM levels it offers, such as {@code 2.1}
 * @param files what it exchanges as files beyond being sent them
 * @param hl7v2 what is agreed on HL7 v2
 */
public record Partner(
        String id,
        String name,
        PartnerKind kind,
        List<PartnerIdentifier> identifiers,
        @Nullable MllpSender mllpSender,
        @Nullable PartnerEndpoint endpoint,
        boolean part2Program,
        List<String> levelsOfCare,
        PartnerFiles files,
        Hl7v2Terms hl7v2) {

    public Partner {
        identifiers = List.copyOf(identifiers);
        levelsOfCare = List.copyOf(levelsOfCare);
    }

    /** A partner with which nothing is agreed on HL7 v2 but its name. */
    public Partner(
            String id,
            String name,
            PartnerKind kind,
            List<PartnerIdentifier> identifiers,
            @Nullable MllpSender mllpSender,
            @Nullable PartnerEndpoint endpoint,
            boolean part2Program,
            List<String> levelsOfCare,
            PartnerFiles files) {
        this(id, name, kind, identifiers, mllpSender, endpoint, part2Program, levelsOfCare, files, Hl7v2Terms.NONE);
    }

    /** A partner that has no folder for us. */
    public Partner(
            String id,
            String name,
            PartnerKind kind,
            List<PartnerIdentifier> identifiers,
            @Nullable MllpSender mllpSender,
            @Nullable PartnerEndpoint endpoint,
            boolean part2Program,
            List<String> levelsOfCare) {
        this(id, name, kind, identifiers, mllpSender, endpoint, part2Program, levelsOfCare, PartnerFiles.NONE);
    }

    /** A programme hosted here: its worklist is ours and nothing is sent to it. */
    public boolean hosted() {
        return kind == PartnerKind.IOP_PROGRAM && endpoint == null;
    }
}
