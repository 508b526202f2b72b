package org.warmhandoff.server.validation;

import ca.uhn.fhir.rest.api.server.RequestDetails;

/** Knows writes that are no resources to be stored as they are, but wishes; what comes of them is judged when stored. */
public interface JudgedLater {

    boolean judgedLater(RequestDetails request);
}
