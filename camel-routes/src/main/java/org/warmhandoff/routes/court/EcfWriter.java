package org.warmhandoff.routes.court;

import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements of ECF 5.0 and of the NIEM release that it stands on, by their usual prefixes. */
final class EcfWriter {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String STRUCTURES = "http://release.niem.gov/niem/structures/4.0/";
    private static final Map<String, String> NAMESPACES = Map.of(
            "filing", "https://docs.oasis-open.org/legalxml-courtfiling/ns/v5.0/filing",
            "ecf", "https://docs.oasis-open.org/legalxml-courtfiling/ns/v5.0/ecf",
            "nc", "http://release.niem.gov/niem/niem-core/4.0/",
            "j", "http://release.niem.gov/niem/domains/jxdm/6.1/");

    private final XMLStreamWriter xml;

    EcfWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void start(String root) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        open(root);
        for (String prefix : NAMESPACES.keySet().stream().sorted().toList()) {
            xml.writeNamespace(prefix, NAMESPACES.get(prefix));
        }
        xml.writeNamespace("structures", STRUCTURES);
        xml.writeNamespace("xsi", XSI);
    }

    void finish() throws XMLStreamException {
        xml.writeEndDocument();
        xml.close();
    }

    void open(String name) throws XMLStreamException {
        int colon = name.indexOf(':');
        String prefix = name.substring(0, colon);
        xml.writeStartElement(prefix, name.substring(colon + 1), Objects.requireNonNull(NAMESPACES.get(prefix)));
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    void text(String name, String value) throws XMLStreamException {
        open(name);
        xml.writeCharacters(value);
        end();
    }

    /** {@code structures:id}, {@code ref} or {@code metadata}. */
    void structure(String name, String value) throws XMLStreamException {
        xml.writeAttribute("structures", STRUCTURES, name, value);
    }

    void nil() throws XMLStreamException {
        xml.writeAttribute("xsi", XSI, "nil", "true");
    }
}
