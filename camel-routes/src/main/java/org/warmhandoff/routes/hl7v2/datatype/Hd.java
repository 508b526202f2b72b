package org.warmhandoff.routes.hl7v2.datatype;

import org.warmhandoff.routes.hl7v2.Er7Value;

/** HD, hierarchic designator: who assigned a value (HL7 v2.5.1, 2A.33). */
record Hd(String namespace, String universalId, String type) {

    static final Hd NONE = new Hd("", "", "");

    static Hd named(String namespace) {
        return new Hd(namespace, "", "");
    }

    /** An HD that fills one component, as in CX-4. */
    static Hd inComponent(Er7Value value, int component) {
        return new Hd(
                value.subcomponent(component, 1), value.subcomponent(component, 2), value.subcomponent(component, 3));
    }

    /** An HD whose parts are components of their own, as in EI-2 to EI-4. */
    static Hd fromComponent(Er7Value value, int component) {
        return new Hd(value.component(component), value.component(component + 1), value.component(component + 2));
    }

    boolean isEmpty() {
        return namespace.isEmpty() && universalId.isEmpty();
    }

    /** What a person would call it. */
    String display() {
        return namespace.isEmpty() ? universalId : namespace;
    }
}
