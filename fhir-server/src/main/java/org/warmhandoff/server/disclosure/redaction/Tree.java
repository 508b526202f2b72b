package org.warmhandoff.server.disclosure.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;

/** Walks and prunes the elements of a resource, whatever its type. */
final class Tree {

    private Tree() {}

    /** The name of an element as lists write it: {@code value}, not {@code value[x]}. */
    static String name(Property property) {
        return property.getName().replace("[x]", "");
    }

    static void clear(Base parent, Property property) {
        for (Base value : List.copyOf(property.getValues())) {
            parent.removeChild(property.getName(), value);
        }
    }

    /** Every element below, parents before children. */
    static void walk(Base parent, Consumer<Base> visitor) {
        for (Property property : parent.children()) {
            for (Base value : List.copyOf(property.getValues())) {
                visitor.accept(value);
                walk(value, visitor);
            }
        }
    }

    static List<Reference> references(Base parent) {
        List<Reference> found = new ArrayList<>();
        walk(parent, value -> {
            if (value instanceof Reference reference) {
                found.add(reference);
            }
        });
        return found;
    }
}
