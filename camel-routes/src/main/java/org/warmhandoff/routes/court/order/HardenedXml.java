package org.warmhandoff.routes.court.order;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads XML from strangers: no document type, so no entities; nothing is fetched; size, depth, number of elements and
 * length of texts are bounded.
 */
final class HardenedXml {

    static final int MOST_BYTES = 16 * 1024 * 1024;
    static final int DEEPEST = 32;
    static final int MOST_ELEMENTS = 5_000;
    static final int MOST_ATTRIBUTES = 16;
    static final int LONGEST_TEXT = 2_000;

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String BASE64 = "nc:Base64BinaryObject";

    private HardenedXml() {}

    /** The root element; throws {@link UnusableOrder} for what is no XML or breaks a bound. */
    static XmlElement parse(byte[] message) {
        if (message.length > MOST_BYTES) {
            throw new UnusableOrder("too-long", "/", "The message is longer than 16 MB.");
        }
        Tree tree = new Tree();
        try {
            InputSource source = new InputSource(new ByteArrayInputStream(message));
            parser().parse(source, tree);
        } catch (SAXParseException e) {
            throw malformed(e);
        } catch (SAXException | IOException e) {
            throw new UnusableOrder("structure", "/", "The message is no well-formed XML.");
        }
        return Objects.requireNonNull(tree.root);
    }

    private static UnusableOrder malformed(SAXParseException failure) {
        // The parser says "DOCTYPE is disallowed"; the rest of what it says may quote the message.
        boolean documentType = String.valueOf(failure.getMessage()).contains("DOCTYPE");
        return documentType
                ? new UnusableOrder("security", "/", "A document type (DOCTYPE) is not allowed.")
                : new UnusableOrder(
                        "structure", "/", "The message is no well-formed XML, line " + failure.getLineNumber() + ".");
    }

    private static SAXParser parser() {
        try {
            // The JDK's own, whatever other parser is on the class path: its features are known.
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            SAXParser parser = factory.newSAXParser();
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return parser;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("The JDK's XML parser has these features", e);
        }
    }

    private static final class Tree extends DefaultHandler {

        private @Nullable XmlElement root;
        private @Nullable XmlElement open;
        private int depth;
        private int elements;

        @Override
        public void startElement(String uri, String local, String qName, Attributes attributes) {
            depth++;
            elements++;
            bound(depth <= DEEPEST, "too-costly", "Elements are nested too deeply.");
            bound(elements <= MOST_ELEMENTS, "too-costly", "There are too many elements.");
            bound(attributes.getLength() <= MOST_ATTRIBUTES, "too-costly", "An element has too many attributes.");
            XmlElement element = new XmlElement(Namespaces.name(uri, local), open);
            for (int i = 0; i < attributes.getLength(); i++) {
                bound(attributes.getValue(i).length() <= LONGEST_TEXT, "too-long", "An attribute is too long.");
                element.attribute(
                        Namespaces.name(attributes.getURI(i), attributes.getLocalName(i)), attributes.getValue(i));
            }
            open = element;
            if (root == null) {
                root = element;
            }
        }

        @Override
        public void characters(char[] chars, int start, int length) {
            XmlElement element = Objects.requireNonNull(open);
            element.append(chars, start, length);
            bound(
                    element.length() <= LONGEST_TEXT || element.name().equals(BASE64),
                    "too-long",
                    "A text is longer than " + LONGEST_TEXT + " characters.");
        }

        @Override
        public void endElement(String uri, String local, String qName) {
            depth--;
            open = Objects.requireNonNull(open).parent();
        }

        @Override
        public void error(SAXParseException failure) throws SAXException {
            throw failure;
        }

        private void bound(boolean kept, String code, String sentence) {
            if (!kept) {
                throw new UnusableOrder(code, open == null ? "/" : open.path(), sentence);
            }
        }
    }
}
