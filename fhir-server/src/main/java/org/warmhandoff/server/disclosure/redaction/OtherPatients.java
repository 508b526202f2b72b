package org.warmhandoff.server.disclosure.redaction;

import java.util.Set;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * References of one patient's record to other patients and to groups, and from an attendance to the session that others
 * attended. They go without identifier and name (42 CFR 2.13(a)).
 */
record OtherPatients(Set<String> own) {

    boolean occurIn(Resource resource) {
        return sessionOf(resource) || Tree.references(resource).stream().anyMatch(this::isOther);
    }

    void removeFrom(Resource resource) {
        if (resource instanceof Encounter encounter) {
            encounter.setPartOf(null);
        }
        Tree.references(resource).stream().filter(this::isOther).forEach(OtherPatients::empty);
    }

    private static boolean sessionOf(Resource resource) {
        return resource instanceof Encounter encounter && encounter.hasPartOf();
    }

    private boolean isOther(Reference reference) {
        String type = reference.getReferenceElement().getResourceType();
        String id = reference.getReferenceElement().getIdPart();
        return "Group".equals(type) || ("Patient".equals(type) && (id == null || !own.contains(id)));
    }

    private static void empty(Reference reference) {
        reference.children().forEach(property -> Tree.clear(reference, property));
    }
}
