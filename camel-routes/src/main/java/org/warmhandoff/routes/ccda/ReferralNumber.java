package org.warmhandoff.routes.ccda;

import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.xml.XmlElement;

/**
 * The sender's referral number: the order that the document is for (inFulfillmentOf), else the document's own id, quoted
 * whole because its extension is unique under its root only. A document that replaces another has that one's number.
 */
final class ReferralNumber {

    /** Ends the system of numbers that are a document's id. */
    static final String DOCUMENT = "/document";

    private ReferralNumber() {}

    /** @param local the system of what only the sender knows */
    static Optional<Identifier> of(XmlElement document, String local) {
        Ii order = order(document);
        if (!order.isEmpty()) {
            return Optional.ofNullable(order.identifier(local)).map(ReferralNumber::placer);
        }
        Ii id = number(document);
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        placer(new Identifier().setSystem(local + DOCUMENT).setValue(id.quoted())));
    }

    static Identifier placer(Identifier identifier) {
        return identifier.setType(CodeTables.IDENTIFIER_TYPE.concept("PLAC").orElseThrow());
    }

    /** The id that an answer repeats in its own inFulfillmentOf. */
    static Ii answered(XmlElement document) {
        Ii order = order(document);
        return order.isEmpty() ? number(document) : order;
    }

    private static Ii number(XmlElement document) {
        XmlElement replaced = replaced(document);
        return Ii.of((replaced.present() ? replaced : document).at("id"));
    }

    /** The parent document that this one replaces (relatedDocument with typeCode RPLC), if any. */
    static XmlElement replaced(XmlElement document) {
        return document.children("relatedDocument")
                .filter(related -> related.attribute("typeCode").equals("RPLC"))
                .map(related -> related.at("parentDocument"))
                .findFirst()
                .orElse(XmlElement.nothing());
    }

    private static Ii order(XmlElement document) {
        return Ii.of(document.at("inFulfillmentOf", "order", "id"));
    }
}
