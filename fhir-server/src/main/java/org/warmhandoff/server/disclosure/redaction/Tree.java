package org.warmhandoff.server.disclosure.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;

/** Walks and prunes the elements of a resource, whatever its type. */
final class Tree {

    private Tree() {}

    /** The name of an element as lists write it: {@code value}, not {@code value[x]}. */
    static String name(Property property) {
        return property.getName().replace("[x]", "");
    }

    /** Empties an element; what cannot be emptied must not be shown. */
    static void clear(Base parent, Property property) {
        List.copyOf(property.getValues()).forEach(value -> remove(parent, property, value));
        Property left = parent.getNamedProperty(name(property));
        if (left != null && left.getValues().stream().anyMatch(value -> !value.isEmpty())) {
            throw new IllegalStateException("cannot take out " + parent.fhirType() + "." + property.getName());
        }
    }

    /** The library sets a single backbone element anew where it should remove it, and does not find a code of a list. */
    static void remove(Base parent, Property property, Base value) {
        parent.removeChild(property.getName(), value);
        if (value instanceof PrimitiveType<?> primitive) {
            primitive.setValue(null).setExtension(null);
        }
        Property left = property.isList() ? null : parent.getNamedProperty(name(property));
        if (left != null && left.hasValues()) {
            parent.setProperty(property.getName(), null);
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
