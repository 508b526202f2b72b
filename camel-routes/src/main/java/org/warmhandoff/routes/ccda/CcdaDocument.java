package org.warmhandoff.routes.ccda;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.warmhandoff.routes.xml.XmlElement;

/**
 * A document, read as XML, as it came and with what came along.
 *
 * @param body the very bytes
 * @param others what stood beside it in the same package
 */
record CcdaDocument(DocumentKind kind, XmlElement root, byte[] body, List<Other> others) {

    /**
     * Another document of the package.
     *
     * @param type what it is, as its metadata say
     */
    record Other(CodeableConcept type, String contentType, byte[] body) {}

    XmlElement patientRole() {
        return root.at("recordTarget", "patientRole");
    }
}
