package org.warmhandoff.routes.partner;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed with a partner on HL7 v2 beyond its name in MSH-3 and MSH-4.
 *
 * @param certificate by which it proves who it is, null when its name is enough
 * @param charset name of HL7 table 0211 that we write to it in, null for UTF-8
 * @param notices message types of the {@link #OFFERED} ones that it wants
 */
public record Hl7v2Terms(@Nullable ClientCertificate certificate, @Nullable String charset, Set<String> notices) {

    /** Messages that only those hear who ask for them: admissions and discharges, and documents. */
    public static final Set<String> OFFERED = Set.of("adt", "mdm");

    public static final Hl7v2Terms NONE = new Hl7v2Terms(null, null, Set.of());

    public Hl7v2Terms {
        notices = Set.copyOf(notices);
    }
}
