package org.warmhandoff.routes.ccda;

import java.util.HashMap;
import java.util.Map;
import org.warmhandoff.routes.xml.XmlElement;

/** The text of a section, and what its entries refer to in it by {@code #ID} (CDA R2, 4.3.5.1). */
final class Narrative {

    static final Narrative NONE = new Narrative(Map.of());

    private final Map<String, XmlElement> byId;

    private Narrative(Map<String, XmlElement> byId) {
        this.byId = byId;
    }

    static Narrative of(XmlElement section) {
        Map<String, XmlElement> byId = new HashMap<>();
        section.at("text").deep().forEach(element -> {
            if (!element.attribute("ID").isEmpty()) {
                byId.putIfAbsent(element.attribute("ID"), element);
            }
        });
        return new Narrative(byId);
    }

    /** What an {@code originalText} or {@code text} says, by itself or by reference; empty when it says nothing. */
    String said(XmlElement text) {
        String own = text.text();
        String reference = text.at("reference").attribute("value");
        if (!own.isEmpty() || !reference.startsWith("#")) {
            return own;
        }
        XmlElement target = byId.get(reference.substring(1));
        return target == null ? "" : target.text();
    }
}
