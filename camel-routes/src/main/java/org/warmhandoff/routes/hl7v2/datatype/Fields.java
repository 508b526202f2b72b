package org.warmhandoff.routes.hl7v2.datatype;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.Delimiters;
import org.warmhandoff.routes.hl7v2.Er7Segment;
import org.warmhandoff.routes.hl7v2.Er7Value;

/**
 * The fields of one segment as FHIR data types. What cannot be used reads as absent and is noted; what nobody asked for is
 * noted at the end by {@link #noteUnread()}, so nothing gets lost silently. Not for use by several threads.
 */
public final class Fields {

    /** Longer than any segment of HL7 v2.8. */
    private static final int MOST = 80;

    private final Er7Segment segment;
    private final Conversion conversion;
    private final int occurrence;
    private final Map<Integer, List<Er7Value>> values = new HashMap<>();
    private final BitSet read = new BitSet(MOST);

    /** @param occurrence whether it is the first, second... segment with its id; tells them apart in notes */
    public Fields(Er7Segment segment, int occurrence, Conversion conversion) {
        this.segment = segment;
        this.occurrence = occurrence;
        this.conversion = conversion;
    }

    /** A segment that the message does not have. */
    public static Fields none(String id, Conversion conversion) {
        return new Fields(Er7Segment.parse(id, Delimiters.STANDARD), 1, conversion);
    }

    public String id() {
        return segment.id();
    }

    /** Whether there is anything in the field; asking does not count as reading. */
    public boolean has(int field) {
        return !values(field).isEmpty();
    }

    /** All repetitions that hold something. */
    public List<Er7Value> all(int field) {
        read.set(field);
        return values(field);
    }

    /** The field as sent; for documents, which are too big to look through. */
    public Er7Value document(int field) {
        read.set(field);
        return segment.repetitions(field).get(0);
    }

    public String text(int field) {
        return text(field, 1);
    }

    public String text(int field, int component) {
        List<Er7Value> all = all(field);
        return all.isEmpty() ? "" : all.get(0).component(component);
    }

    /** All text of the field: components side by side, repetitions on lines of their own. */
    public String wholeText(int field) {
        StringJoiner lines = new StringJoiner("\n");
        for (Er7Value value : all(field)) {
            StringJoiner parts = new StringJoiner(" ");
            for (int component = 1; component <= componentCount(value); component++) {
                if (!value.component(component).isEmpty()) {
                    parts.add(value.component(component));
                }
            }
            lines.add(parts.toString());
        }
        return lines.toString();
    }

    /** Says that these fields carry nothing for us: set ids, deprecated doubles and the like. */
    public void skip(int... fields) {
        for (int field : fields) {
            read.set(field);
        }
    }

    public void drop(int field, String reason) {
        if (has(field)) {
            conversion.notes().dropped(place(field), reason);
        }
        read.set(field);
    }

    /** Gives the whole segment up because of this field. */
    public void refuse(int field, String reason) {
        note(field, reason + ", segment not mapped");
        read.set(0, MOST);
    }

    public Assigners assigners() {
        return conversion.assigners();
    }

    public void note(int field, String what) {
        conversion.notes().changed(place(field), what);
    }

    public @Nullable DateTimeType dateTime(int field) {
        return date(field, text -> Dtm.dateTime(text, conversion.zone()), DateTimeType::new);
    }

    public @Nullable DateType date(int field) {
        return date(field, Dtm::date, DateType::new);
    }

    public @Nullable InstantType instant(int field) {
        return date(field, text -> Dtm.instant(text, conversion.zone()), InstantType::new);
    }

    /** A date that stands in a component, as in TQ. */
    public @Nullable InstantType instant(int field, int component) {
        String text = text(field, component);
        String instant = text.isEmpty() ? null : Dtm.instant(text, conversion.zone());
        return instant == null ? null : new InstantType(instant);
    }

    private <T> @Nullable T date(
            int field, Function<String, @Nullable String> conversion, Function<String, T> constructor) {
        String text = text(field);
        String date = text.isEmpty() ? null : conversion.apply(text);
        if (date == null && !text.isEmpty()) {
            drop(field, "no date");
        }
        return date == null ? null : constructor.apply(date);
    }

    public @Nullable BigDecimal number(int field) {
        String text = text(field);
        BigDecimal number = Numbers.parse(text);
        if (number == null && !text.isEmpty()) {
            drop(field, "no number");
        }
        return number;
    }

    public @Nullable Period period(int start, int end) {
        DateTimeType from = dateTime(start);
        DateTimeType to = dateTime(end);
        if (from != null && to != null && Periods.isBefore(to, from)) {
            drop(end, "before the start");
        }
        return Periods.of(from, to);
    }

    public List<HumanName> names(int field) {
        return each(field, Xpn::name);
    }

    public List<HumanName> xcnNames(int field) {
        return each(field, Xpn::ofXcn);
    }

    public List<Address> addresses(int field) {
        return each(field, Xad::address);
    }

    /** Contact points; {@code use} is what the field means when the value does not say. */
    public List<ContactPoint> telecoms(int field, @Nullable ContactPointUse use) {
        return each(field, value -> Xtn.contactPoint(value, use));
    }

    public List<Identifier> identifiers(int field) {
        return each(field, identifiersAt(field)::ofCx);
    }

    /** Identifiers of a person, among which a social security number may stand without saying so. */
    public List<Identifier> personIdentifiers(int field) {
        return each(field, identifiersAt(field)::ofPerson);
    }

    public List<Identifier> providerNumbers(int field) {
        return each(field, identifiersAt(field)::ofPln);
    }

    /** Payer numbers that came as CX or, in AUT-2, as CE: id, name and who assigns it, one component further or two. */
    public List<Identifier> payerNumbers(int field) {
        return each(field, identifiersAt(field)::ofPayer);
    }

    public @Nullable Identifier entity(int field) {
        return first(each(field, identifiersAt(field)::ofEi));
    }

    /** The id part of one XCN or CN of the field. */
    public @Nullable Identifier personId(int field, Er7Value xcn) {
        return identifiersAt(field).ofXcn(xcn);
    }

    /** The name part of an XCN or CN. */
    public static @Nullable HumanName personName(Er7Value xcn) {
        return Xpn.ofXcn(xcn);
    }

    public List<CodeableConcept> concepts(int field, String otherwise) {
        Cwe cwe = new Cwe(conversion, place(field));
        return each(field, value -> cwe.concept(value, otherwise));
    }

    public @Nullable CodeableConcept concept(int field) {
        return concept(field, "");
    }

    /** The concept; {@code otherwise} is its code system when the value names none. */
    public @Nullable CodeableConcept concept(int field, String otherwise) {
        return first(concepts(field, otherwise));
    }

    /** What the table has for the code, noting a code that it does not have. */
    public <T> @Nullable T coded(int field, Function<String, Optional<T>> table) {
        String code = text(field);
        T found = code.isEmpty() ? null : table.apply(code).orElse(null);
        if (found == null && !code.isEmpty()) {
            note(field, "code not known");
        }
        return found;
    }

    public void noteUnread() {
        for (int field = 1; field < MOST; field++) {
            if (!read.get(field) && has(field)) {
                note(field, "not mapped");
            }
        }
    }

    private Place place(int field) {
        return new Place(segment.id(), occurrence, field);
    }

    private Identifiers identifiersAt(int field) {
        return new Identifiers(conversion, place(field));
    }

    private <T> List<T> each(int field, Function<Er7Value, @Nullable T> conversion) {
        return all(field).stream().map(conversion).filter(Objects::nonNull).toList();
    }

    private static <T> @Nullable T first(List<T> list) {
        return list.isEmpty() ? null : list.get(0);
    }

    private List<Er7Value> values(int field) {
        return segment.raw(field).isEmpty() ? List.of() : values.computeIfAbsent(field, this::load);
    }

    private List<Er7Value> load(int field) {
        List<Er7Value> loaded = new ArrayList<>();
        for (Er7Value sent : segment.repetitions(field)) {
            Er7Value clean = conversion.ssnGuard().clean(sent);
            if (!clean.equals(sent)) {
                conversion.notes().dropped(place(field), SsnGuard.REASON);
            }
            if (holdsSomething(clean)) {
                loaded.add(clean);
            }
        }
        return loaded;
    }

    private static int componentCount(Er7Value value) {
        char separator = value.delimiters().component();
        return 1 + (int) value.raw().chars().filter(c -> c == separator).count();
    }

    private static boolean holdsSomething(Er7Value value) {
        String raw = value.raw();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c > ' '
                    && c != '"'
                    && c != value.delimiters().component()
                    && c != value.delimiters().subcomponent()) {
                return true;
            }
        }
        return false;
    }
}
