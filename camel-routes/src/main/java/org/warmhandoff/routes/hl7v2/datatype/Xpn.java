package org.warmhandoff.routes.hl7v2.datatype;

import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.Er7Value;

/** XPN, extended person name (v2-to-FHIR: Datatype XPN to HumanName); XCN is the same, one component later. */
final class Xpn {

    private static final int XPN_TYPE = 7;
    private static final int XCN_TYPE = 10;

    private Xpn() {}

    static @Nullable HumanName name(Er7Value xpn) {
        return name(xpn, 1, XPN_TYPE);
    }

    static @Nullable HumanName ofXcn(Er7Value xcn) {
        return name(xcn, 2, XCN_TYPE);
    }

    private static @Nullable HumanName name(Er7Value value, int first, int type) {
        HumanName name = new HumanName();
        if (!value.component(first).isEmpty()) {
            name.setFamily(value.component(first));
        }
        addGiven(name, value.component(first + 1));
        addGiven(name, value.component(first + 2));
        if (name.isEmpty()) {
            return null;
        }
        addSuffix(name, value.component(first + 3));
        if (!value.component(first + 4).isEmpty()) {
            name.addPrefix(value.component(first + 4));
        }
        addSuffix(name, value.component(first + 5));
        CodeTables.NAME_USE.code(value.component(type)).map(NameUse::fromCode).ifPresent(name::setUse);
        return name;
    }

    private static void addGiven(HumanName name, String given) {
        if (!given.isEmpty()) {
            name.addGiven(given);
        }
    }

    private static void addSuffix(HumanName name, String suffix) {
        if (!suffix.isEmpty()) {
            name.addSuffix(suffix);
        }
    }
}
