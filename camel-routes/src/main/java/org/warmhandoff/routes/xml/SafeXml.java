package org.warmhandoff.routes.xml;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML that strangers wrote: no document type, so no entities and nothing fetched, and bounds on size, depth and
 * number of elements. Never throws for what the bytes are. Safe for use by many threads.
 */
public final class SafeXml {

    /** Bytes of a document; a C-CDA of a long stay has about one million. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int DEEPEST = 100;
    private static final int MOST_ELEMENTS = 200_000;
    private static final int MOST_ATTRIBUTES = 50;

    private SafeXml() {}

    /** What reading came to. */
    public sealed interface Read {

        record Document(XmlElement root) implements Read {}

        /**
         * Refused.
         *
         * @param code code of {@code http://hl7.org/fhir/issue-type}
         * @param sentence says why, without content
         */
        record Refused(String code, String sentence) implements Read {}
    }

    public static Read read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return new Read.Refused("too-long", "The document is larger than " + LARGEST + " bytes.");
        }
        XMLStreamReader reader = null;
        try {
            reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            return build(reader);
        } catch (XMLStreamException | RuntimeException e) {
            // The parser's message may quote what it met. Some of its faults are unchecked.
            return new Read.Refused("structure", "The document is no well-formed XML" + line(reader) + ".");
        }
    }

    private static String line(@Nullable XMLStreamReader reader) {
        return reader == null ? "" : " (line " + reader.getLocation().getLineNumber() + ")";
    }

    /** The JDK's own: which other parser is on the class path must not decide what is safe. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    private static Read build(XMLStreamReader reader) throws XMLStreamException {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = XmlElement.nothing();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    boolean tooMuch = ++elements > MOST_ELEMENTS
                            || open.size() >= DEEPEST
                            || reader.getAttributeCount() > MOST_ATTRIBUTES;
                    if (tooMuch) {
                        return new Read.Refused("too-costly", "The document is too deep or has too many elements.");
                    }
                    XmlElement element = element(reader);
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.peek().add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> addText(open.peek(), reader);
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return new Read.Refused("security", "The document has a document type or entities of its own.");
                }
                default -> {
                    // Comments and instructions say nothing to us.
                }
            }
        }
        return new Read.Document(root);
    }

    private static void addText(@Nullable XmlElement element, XMLStreamReader reader) {
        if (element != null && !reader.isWhiteSpace()) {
            element.add(reader.getText());
        } else if (element != null) {
            element.add(" ");
        }
    }

    private static XmlElement element(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(
                    XmlElement.key(blank(reader.getAttributeNamespace(i)), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        return new XmlElement(blank(reader.getNamespaceURI()), reader.getLocalName(), attributes);
    }

    private static String blank(@Nullable String namespace) {
        return namespace == null ? "" : namespace;
    }
}
