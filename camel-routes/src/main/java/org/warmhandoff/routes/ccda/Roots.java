package org.warmhandoff.routes.ccda;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Identifier;

/** FHIR identifiers as II: the reverse of {@link Ii#identifier}. */
final class Roots {

    private static final String OID = "urn:oid:";
    private static final String UUID_URN = "urn:uuid:";

    /** ITU-T X.667: OIDs made of UUIDs. */
    private static final String MADE = "2.25.";

    private static final Map<String, String> BY_SYSTEM = Tables.OIDS.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey, Roots::shorter));

    private Roots() {}

    private static String shorter(String one, String other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    static Ii of(Identifier identifier) {
        String system = identifier.hasSystem() ? identifier.getSystem() : "";
        String value = identifier.hasValue() ? identifier.getValue() : "";
        boolean document = system.endsWith(ReferralNumber.DOCUMENT);
        if (system.isEmpty() || system.equals(Ii.URI) || document) {
            Ii alone = document ? quoted(value) : root(value);
            return alone.isEmpty() ? new Ii(oid(system), value) : alone;
        }
        return new Ii(oid(system), value, authority(oid(system), system));
    }

    /** The URI that somebody calls a root, if the root was made of it; empty for any other name. */
    static String authority(String root, String name) {
        boolean made = root.startsWith(MADE)
                && name.indexOf(':') > 0
                && !name.startsWith(OID)
                && root.equals(uuidOid(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))));
        return made ? name : "";
    }

    /** An id that was quoted whole. */
    private static Ii quoted(String value) {
        int caret = value.indexOf('^');
        return caret < 0
                ? root(value)
                : new Ii(Ii.ofRoot(value.substring(0, caret)).root(), value.substring(caret + 1));
    }

    /** What a value is that identifies alone; empty when it is something else. */
    private static Ii root(String value) {
        if (value.startsWith(OID) || value.startsWith(UUID_URN)) {
            return Ii.ofRoot(value.substring(value.startsWith(OID) ? OID.length() : UUID_URN.length()));
        }
        return Ii.ofRoot(value);
    }

    /** The OID of a namespace. One that has none is given one of its own, made of its URI (ITU-T X.667). */
    static String oid(String system) {
        String known = BY_SYSTEM.get(system);
        if (known != null) {
            return known;
        }
        Ii root = root(system);
        return root.isEmpty() ? uuidOid(UUID.nameUUIDFromBytes(system.getBytes(StandardCharsets.UTF_8))) : root.root();
    }

    private static String uuidOid(UUID uuid) {
        return MADE + new BigInteger(uuid.toString().replace("-", ""), 16);
    }
}
