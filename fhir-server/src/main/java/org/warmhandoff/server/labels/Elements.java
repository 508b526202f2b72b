package org.warmhandoff.server.labels;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The codes and references of a resource, found in one walk. */
record Elements(List<Coding> codings, List<Reference> references) {

    static Elements of(Resource resource) {
        Elements found = new Elements(new ArrayList<>(), new ArrayList<>());
        found.walk(resource);
        return found;
    }

    private void walk(Base parent) {
        for (Property property : parent.children()) {
            for (Base child : property.getValues()) {
                if (child instanceof Coding coding) {
                    codings.add(coding);
                } else if (child instanceof Reference reference) {
                    references.add(reference);
                } else if (!child.isPrimitive() && !(child instanceof Meta)) {
                    walk(child);
                }
            }
        }
    }

    /** What lies at a path of element names; nothing where there is no such element. */
    static List<Base> at(Base from, String[] path) {
        List<Base> found = List.of(from);
        for (String name : path) {
            List<Base> next = new ArrayList<>();
            for (Base parent : found) {
                Property property = parent.getChildByName(name);
                if (property != null) {
                    next.addAll(property.getValues());
                }
            }
            found = next;
        }
        return found;
    }
}
