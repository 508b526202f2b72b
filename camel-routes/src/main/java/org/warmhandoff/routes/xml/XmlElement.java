package org.warmhandoff.routes.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An element of a document that {@link SafeXml} read. What is not there is {@link #absent}: no children, no text, no
 * attributes, so that a path into the unknown needs no check on its way.
 */
public final class XmlElement {

    private static final XmlElement ABSENT = new XmlElement("", "", Map.of());

    private final String namespace;
    private final String name;
    private final Map<String, String> attributes;

    /** Elements and Strings, in document order. */
    private final List<Object> content = new ArrayList<>(2);

    XmlElement(String namespace, String name, Map<String, String> attributes) {
        this.namespace = namespace;
        this.name = name;
        this.attributes = attributes.isEmpty() ? Map.of() : new HashMap<>(attributes);
    }

    void add(XmlElement child) {
        content.add(child);
    }

    void add(String text) {
        content.add(text);
    }

    public boolean absent() {
        return this == ABSENT;
    }

    public boolean present() {
        return this != ABSENT;
    }

    public String namespace() {
        return namespace;
    }

    public String name() {
        return name;
    }

    public boolean is(String wantedNamespace, String wantedName) {
        return namespace.equals(wantedNamespace) && name.equals(wantedName);
    }

    /** The value of an attribute without namespace, stripped; empty when it is not there. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    /** The value of an attribute in a namespace; empty when it is not there. */
    public String attribute(String attributeNamespace, String attribute) {
        return attribute(key(attributeNamespace, attribute));
    }

    static String key(String attributeNamespace, String attribute) {
        return attributeNamespace.isEmpty() ? attribute : "{" + attributeNamespace + "}" + attribute;
    }

    /** The first element at the end of a path of names in this element's namespace. */
    public XmlElement at(String... path) {
        XmlElement at = this;
        for (String step : path) {
            at = at.children(step).findFirst().orElse(ABSENT);
        }
        return at;
    }

    /** All elements at the end of a path, whatever branch leads there. */
    public List<XmlElement> all(String... path) {
        Stream<XmlElement> found = Stream.of(this);
        for (String step : path) {
            found = found.flatMap(element -> element.children(step));
        }
        return found.toList();
    }

    public Stream<XmlElement> children() {
        return content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    /** Children of that name in this element's namespace. */
    public Stream<XmlElement> children(String childName) {
        return children(namespace, childName);
    }

    public Stream<XmlElement> children(String childNamespace, String childName) {
        return children().filter(child -> child.is(childNamespace, childName));
    }

    /** This element and all below it, in document order. */
    public Stream<XmlElement> deep() {
        return Stream.concat(Stream.of(this), children().flatMap(XmlElement::deep));
    }

    /** All text below, with white space as a reader sees it: one blank, also where one element ends and another begins. */
    public String text() {
        StringBuilder out = new StringBuilder();
        append(out);
        return out.toString().strip().replaceAll("\\s+", " ");
    }

    private void append(StringBuilder out) {
        for (Object part : content) {
            if (part instanceof XmlElement child) {
                out.append(' ');
                child.append(out);
                out.append(' ');
            } else {
                out.append(part);
            }
        }
    }

    /** What stands for an element that is not there. */
    public static XmlElement nothing() {
        return ABSENT;
    }
}
