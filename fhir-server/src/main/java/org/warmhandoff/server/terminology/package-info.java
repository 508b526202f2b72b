/** Terminology operations of FHIR R4 over the guide, HL7's definitions and what clients stored, without a remote service. */
@NullMarked
package org.warmhandoff.server.terminology;

import org.jspecify.annotations.NullMarked;
