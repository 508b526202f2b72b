package org.warmhandoff.routes.hl7v2.segment;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;

/** Says that a required element is unknown (FHIR extension data-absent-reason). */
public final class Absent {

    private static final String URL = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private Absent() {}

    public static <T extends Element> T unknown(T element) {
        element.addExtension(new Extension(URL, new CodeType("unknown")));
        return element;
    }
}
