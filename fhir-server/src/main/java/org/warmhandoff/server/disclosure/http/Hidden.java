package org.warmhandoff.server.disclosure.http;

import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import org.hl7.fhir.instance.model.api.IIdType;

/** What is said of a record that may not be seen: the very words that HAPI has for one that never was. */
public final class Hidden {

    private Hidden() {}

    public static ResourceNotFoundException unknown(IIdType id) {
        String named = id.getResourceType() + "/" + id.getIdPart()
                + (id.hasVersionIdPart() ? "/_history/" + id.getVersionIdPart() : "");
        return new ResourceNotFoundException("HAPI-2001: Resource " + named + " is not known");
    }
}
