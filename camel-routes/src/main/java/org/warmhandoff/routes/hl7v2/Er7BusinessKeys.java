package org.warmhandoff.routes.hl7v2;

import java.util.LinkedHashSet;
import java.util.Set;
import org.warmhandoff.routes.intake.BusinessKey;
import org.warmhandoff.routes.intake.BusinessKey.Kind;
import org.warmhandoff.routes.intake.BusinessKeyReader;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;

/** RF1-6 and RF1-11, ORC-2 and OBR-2, and the patient identifiers of PID-3, but no social security number. */
public final class Er7BusinessKeys implements BusinessKeyReader {

    private static final String SOCIAL_SECURITY = "SS";

    @Override
    public boolean reads(Dialect dialect) {
        return dialect == Dialect.HL7V2;
    }

    @Override
    public Set<BusinessKey> keys(InboundMessage message) {
        Set<BusinessKey> keys = new LinkedHashSet<>();
        Er7Message.parse(message.body()).ifPresent(parsed -> parsed.segments().forEach(segment -> add(segment, keys)));
        keys.removeIf(key -> !MessageCheck.isKey(key.value()) || key.value().isEmpty());
        return keys;
    }

    private static void add(Er7Segment segment, Set<BusinessKey> keys) {
        switch (segment.id()) {
            case "RF1" -> {
                referral(segment, 6, keys);
                referral(segment, 11, keys);
            }
            case "ORC", "OBR" -> referral(segment, 2, keys);
            case "PID" ->
                segment.repetitions(3).stream()
                        .filter(id -> !id.component(5).equals(SOCIAL_SECURITY))
                        .forEach(id -> keys.add(new BusinessKey(Kind.MRN, id.component(1))));
            default -> {}
        }
    }

    private static void referral(Er7Segment segment, int field, Set<BusinessKey> keys) {
        keys.add(new BusinessKey(Kind.REFERRAL, segment.value(field)));
    }
}
