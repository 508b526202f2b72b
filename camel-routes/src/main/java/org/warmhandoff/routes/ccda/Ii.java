package org.warmhandoff.routes.ccda;

import java.util.Locale;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Identifier;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.hl7v2.datatype.Npi;
import org.warmhandoff.routes.xml.XmlElement;

/**
 * II, instance identifier (HL7 v3 data types R1, 2.15).
 *
 * @param root an OID or a UUID; empty when it is neither
 * @param extension empty when the root identifies alone
 * @param authority the URI of which the root was made, see {@link Roots#oid}; empty when there is none
 */
record Ii(String root, String extension, String authority) {

    Ii(String root, String extension) {
        this(root, extension, "");
    }

    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]{0,40})){1,40}");
    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final String SSN_ROOT = "2.16.840.1.113883.4.1";
    /** FHIR: the value is a URI itself. */
    static final String URI = "urn:ietf:rfc:3986";

    static Ii of(XmlElement element) {
        String root = ofRoot(element.attribute("root")).root();
        return new Ii(
                root,
                element.attribute("extension"),
                Roots.authority(root, element.attribute("assigningAuthorityName")));
    }

    static Ii ofRoot(String root) {
        boolean known = OID.matcher(root).matches() || UUID.matcher(root).matches();
        return new Ii(known ? root : "", "");
    }

    boolean isEmpty() {
        return root.isEmpty() && extension.isEmpty();
    }

    boolean socialSecurityNumber() {
        return root.equals(SSN_ROOT);
    }

    /** As people quote it: {@code root^extension}, or what there is of it. */
    String quoted() {
        if (root.isEmpty() || extension.isEmpty()) {
            return root + extension;
        }
        return root + "^" + extension;
    }

    /** The URI of the root as a namespace of extensions. */
    String system() {
        if (!authority.isEmpty()) {
            return authority;
        }
        String known = Tables.OIDS.get(root);
        return known == null ? urn() : known;
    }

    private String urn() {
        return OID.matcher(root).matches() ? "urn:oid:" + root : "urn:uuid:" + root.toLowerCase(Locale.ROOT);
    }

    /** @param local the system of what has no root, or a root that it is wrong for */
    @Nullable
    Identifier identifier(String local) {
        if (isEmpty() || socialSecurityNumber()) {
            return null;
        } else if (extension.isEmpty()) {
            return new Identifier().setSystem(URI).setValue(urn());
        }
        boolean wrong = root.isEmpty() || system().equals(CodeSystems.NPI) && !Npi.isValid(extension);
        return new Identifier().setSystem(wrong ? local : system()).setValue(extension);
    }
}
