package org.warmhandoff.server.validation;

import ca.uhn.fhir.rest.api.server.RequestDetails;

/** Hears of a Bundle that is about to be refused, while its body can still be kept for inspection. */
public interface RefusalListener {

    void refused(RequestDetails request, Findings findings);
}
