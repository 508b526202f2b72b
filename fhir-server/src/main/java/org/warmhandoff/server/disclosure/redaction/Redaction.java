package org.warmhandoff.server.disclosure.redaction;

import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.server.disclosure.facts.Facts;
import org.warmhandoff.server.part2.Elements;

/**
 * Takes out of a record what a decision does not let go, and what leads to other patients; marks what is left
 * ({@code REDACTED}, {@code SUBSETTED}). Only what is listed to be kept is kept.
 */
public final class Redaction {

    static final String OBSERVATION_VALUE = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";

    private static final String FREE_TEXT = "free-text";
    private static final String TRANSPORT_STATE = "transport-state";

    private Redaction() {}

    /** Changes the resource itself. */
    public static void apply(Resource resource, Elements elements) {
        boolean transport = elements.only() != null && elements.only().contains(TRANSPORT_STATE);
        if (elements.only() != null) {
            new KeptElements(elements.only()).apply(resource);
        }
        for (String element : elements.without()) {
            if (element.equals(FREE_TEXT)) {
                FreeText.remove(resource);
            } else {
                RemovedElement.of(element).removeFrom(resource);
            }
        }
        if (transport) {
            TransportState.show(resource);
        }
        mark(resource);
    }

    /** Takes out what a record of one patient says of others, for whoever is not of the programme. */
    public static boolean leadsToOthers(Resource resource, Facts facts) {
        return new OtherPatients(facts.patients()).occurIn(resource);
    }

    public static void removeOthers(Resource resource, Facts facts) {
        new OtherPatients(facts.patients()).removeFrom(resource);
        mark(resource);
    }

    private static void mark(Resource resource) {
        if (resource instanceof Group) {
            // Members come and go unseen; the number and the time of a version would count them.
            resource.setIdElement(resource.getIdElement().toVersionless());
            resource.getMeta().setVersionId(null).setLastUpdated(null);
        }
        Meta meta = resource.getMeta();
        if (meta.getSecurity(OBSERVATION_VALUE, "REDACTED") == null) {
            meta.addSecurity(new Coding(OBSERVATION_VALUE, "REDACTED", null));
        }
        if (meta.getTag(OBSERVATION_VALUE, "SUBSETTED") == null) {
            meta.addTag(new Coding(OBSERVATION_VALUE, "SUBSETTED", null));
        }
    }
}
