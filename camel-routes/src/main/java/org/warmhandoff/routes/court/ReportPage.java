package org.warmhandoff.routes.court;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The page template, filled as a tree: values are text nodes, so none can become markup. */
final class ReportPage {

    private final Document document;
    private final Map<String, Element> byId = new HashMap<>();

    private ReportPage(Document document) {
        this.document = document;
        NodeList elements = document.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            byId.put(element.getAttribute("id"), element);
        }
    }

    static ReportPage load() {
        try (InputStream in = ReportPage.class.getResourceAsStream("report.xhtml")) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return new ReportPage(factory.newDocumentBuilder().parse(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("The report template cannot be read", e);
        }
    }

    Document document() {
        return document;
    }

    void text(String id, String value) {
        element(id).setTextContent(value);
    }

    /** Fills the element, or takes away the part around it when there is nothing to say. */
    void textOrNothing(String id, @Nullable String value) {
        if (value == null) {
            remove(id + "-part");
        } else {
            text(id, value);
        }
    }

    void addClass(String id, String name) {
        Element element = element(id);
        element.setAttribute("class", element.getAttribute("class") + " " + name);
    }

    void row(String bodyId, List<String> cells) {
        Element row = document.createElementNS("http://www.w3.org/1999/xhtml", "tr");
        for (String cell : cells) {
            Element td = document.createElementNS("http://www.w3.org/1999/xhtml", "td");
            td.setTextContent(cell);
            row.appendChild(td);
        }
        element(bodyId).appendChild(row);
    }

    void remove(String id) {
        Element element = element(id);
        element.getParentNode().removeChild(element);
    }

    private Element element(String id) {
        Element element = byId.get(id);
        if (element == null) {
            throw new IllegalStateException("The report template has no element " + id);
        }
        return element;
    }
}
