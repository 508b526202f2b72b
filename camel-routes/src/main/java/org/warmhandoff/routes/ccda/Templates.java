package org.warmhandoff.routes.ccda;

import java.util.stream.Stream;
import org.warmhandoff.routes.xml.XmlElement;

/** Template ids of C-CDA R2.1, all under one root; their versions are read alike. */
final class Templates {

    static final String HL7_V3 = "urn:hl7-org:v3";
    static final String SDTC = "urn:hl7-org:sdtc";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    static final String ROOT = "2.16.840.1.113883.10.20.22.";

    private Templates() {}

    /** @param template below {@link #ROOT}, such as {@code 4.4} */
    static boolean has(XmlElement element, String template) {
        return element.children("templateId")
                .anyMatch(id -> id.attribute("root").equals(ROOT + template));
    }

    /** Elements anywhere below that have a template, without looking further down in them. */
    static Stream<XmlElement> below(XmlElement element, String template) {
        return element.children().flatMap(child -> has(child, template) ? Stream.of(child) : below(child, template));
    }

    static boolean negated(XmlElement element) {
        return element.attribute("negationInd").equals("true");
    }
}
