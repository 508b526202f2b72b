package org.warmhandoff.routes.court.order;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element of a court's message. Names are {@code prefix:local} with the prefixes of {@link Namespaces}. */
final class XmlElement {

    private static final int LONGEST_NAME = 80;

    /** What courts' systems say of themselves and of their files, and nothing of the case. */
    private static final Set<String> BOOKKEEPING = Set.of(
            "j:CourtName",
            "nc:BinaryFormatText",
            "nc:CaseTitleText",
            "nc:DocumentIdentification",
            "nc:IdentificationCategoryDescriptionText",
            "nc:IdentificationSourceText",
            "nc:OrganizationUnitName",
            "ecf:CaseCategoryCode",
            "ecf:ReceivingMDELocationID",
            "ecf:ReceivingMDEProfileCode",
            "ecf:RedactionRequiredIndicator",
            "ecf:SendingMDELocationID",
            "ecf:ServiceInteractionProfileCode");

    private final String name;
    private final @Nullable XmlElement parent;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean asked;

    XmlElement(String name, @Nullable XmlElement parent) {
        this.name = name;
        this.parent = parent;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    String name() {
        return name;
    }

    /** The local part of the name. */
    String local() {
        return name.substring(name.indexOf(':') + 1);
    }

    @Nullable
    XmlElement parent() {
        return parent;
    }

    /** Where it stands, for people who look for it. */
    String path() {
        // The name of an element that we do not know may say anything.
        boolean known = name.length() <= LONGEST_NAME && name.indexOf(':') > 0 && name.charAt(0) != '?';
        return (parent == null ? "" : parent.path()) + "/" + (known ? name : "?");
    }

    void attribute(String attribute, String value) {
        attributes.put(attribute, value);
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    void append(char[] chars, int start, int length) {
        text.append(chars, start, length);
    }

    int length() {
        return text.length();
    }

    /** Its own text on one line. */
    String text() {
        return text.toString().strip().replaceAll("\\s+", " ");
    }

    /** Its own text as it stands, for long content. */
    CharSequence content() {
        return text;
    }

    List<XmlElement> children() {
        return children;
    }

    /** The element itself and all below it, in the order of the message. */
    Stream<XmlElement> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
    }

    List<XmlElement> all(String child) {
        List<XmlElement> found =
                children.stream().filter(one -> one.name.equals(child)).toList();
        found.forEach(one -> one.asked = true);
        return found;
    }

    /** Itself, found by another way than down the tree. */
    XmlElement taken() {
        asked = true;
        return this;
    }

    /** As {@link #all}, to be read whole. */
    Stream<XmlElement> read() {
        return all().peek(one -> one.asked = true);
    }

    /** Where there are elements that nobody asked for; of what is below them nothing is said. */
    Stream<String> unread() {
        return children.stream()
                .filter(child -> !BOOKKEEPING.contains(child.name))
                .flatMap(child -> child.asked ? child.unread() : Stream.of(child.path()));
    }

    /** The first element on a path of names. */
    Optional<XmlElement> find(String... path) {
        XmlElement at = this;
        for (String step : path) {
            List<XmlElement> found = at.all(step);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            at = found.get(0);
        }
        return Optional.of(at);
    }

    /** The text there; empty where there is none. */
    String text(String... path) {
        return find(path).map(XmlElement::text).orElse("");
    }

    @Nullable
    String textOrNull(String... path) {
        String found = text(path);
        return found.isEmpty() ? null : found;
    }

    String require(String... path) {
        String found = text(path);
        if (found.isEmpty()) {
            throw new UnusableOrder("required", path(path), path[path.length - 1] + " is missing.");
        }
        return found;
    }

    /** The day in an element of NIEM's DateType, or in an element that is a date itself. */
    @Nullable
    LocalDate date(String... path) {
        XmlElement at = find(path).orElse(null);
        if (at == null) {
            return null;
        }
        String value = Stream.of(at.text("nc:Date"), at.text("nc:DateTime"), at.text())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
        try {
            return LocalDate.parse(value.length() > 10 ? value.substring(0, 10) : value);
        } catch (DateTimeException e) {
            throw new UnusableOrder("value", at.path(), at.name + " is no date.");
        }
    }

    /** The moment in an element of NIEM's DateType. */
    @Nullable
    OffsetDateTime moment(String... path) {
        XmlElement at = find(path).orElse(null);
        if (at == null || at.text("nc:DateTime").isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(at.text("nc:DateTime"));
        } catch (DateTimeException e) {
            throw new UnusableOrder("value", at.path(), at.name + " is no date and time with an offset.");
        }
    }

    private String path(String... path) {
        return path() + "/" + String.join("/", path);
    }
}
