package org.warmhandoff.server.sandbox;

/** Those who talk to the server by HTTP, each with a token of its own: a rehab, a court, a payer, and staff. */
record Callers(FhirWire harbor, FhirWire court, FhirWire acme, FhirWire staff) {}
