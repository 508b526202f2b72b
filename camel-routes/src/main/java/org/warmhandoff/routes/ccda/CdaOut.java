package org.warmhandoff.routes.ccda;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements of CDA R2, one a line, indented. */
final class CdaOut {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;
    private int depth;

    CdaOut() {
        try {
            // The JDK's own, whatever other library is on the class path: the bytes must not depend on it.
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            line();
            xml.writeStartElement("ClinicalDocument");
            xml.writeDefaultNamespace(Templates.HL7_V3);
            xml.writeNamespace("xsi", Templates.XSI);
            depth++;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** @param attributes names and values in turn */
    CdaOut open(String element, String... attributes) {
        try {
            line();
            xml.writeStartElement(element);
            attributes(attributes);
            depth++;
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    CdaOut empty(String element, String... attributes) {
        try {
            line();
            xml.writeEmptyElement(element);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    CdaOut text(String element, String text, String... attributes) {
        try {
            line();
            xml.writeStartElement(element);
            attributes(attributes);
            xml.writeCharacters(plain(text));
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    CdaOut close() {
        try {
            depth--;
            line();
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** Ends the document. */
    byte[] toBytes() {
        try {
            close();
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals("xsi:type")) {
                xml.writeAttribute("xsi", Templates.XSI, "type", attributes[i + 1]);
            } else {
                xml.writeAttribute(attributes[i], plain(attributes[i + 1]));
            }
        }
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** XML 1.0 has no control characters. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ");
    }

    private static IllegalStateException failed(XMLStreamException e) {
        return new IllegalStateException("the document could not be written", e);
    }
}
