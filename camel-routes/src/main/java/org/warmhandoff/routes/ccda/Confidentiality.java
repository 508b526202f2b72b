package org.warmhandoff.routes.ccda;

import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.xml.XmlElement;

/**
 * confidentialityCode of the document and its sections to a label for everything in it: the strictest, for a part that is
 * restricted cannot be told from the rest once it is a resource. An unknown code is read as restricted.
 */
final class Confidentiality {

    private static final String ORDER = "ULMNRV";

    private Confidentiality() {}

    static List<Coding> labels(XmlElement document) {
        int strictest = document.deep()
                .filter(element -> element.is(Templates.HL7_V3, "confidentialityCode"))
                .map(element -> element.attribute("code"))
                .filter(code -> !code.isEmpty())
                .mapToInt(code -> code.length() == 1 && ORDER.contains(code) ? ORDER.indexOf(code) : ORDER.indexOf('R'))
                .max()
                .orElse(-1);
        return strictest < 0
                ? List.of()
                : CodeTables.CONFIDENTIALITY.coding(ORDER.substring(strictest, strictest + 1)).stream()
                        .toList();
    }
}
