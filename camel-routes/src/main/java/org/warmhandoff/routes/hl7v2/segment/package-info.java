/** HL7 v2 segments to FHIR R4 resources, one mapper a segment, for messages of any type. Pure. */
@NullMarked
package org.warmhandoff.routes.hl7v2.segment;

import org.jspecify.annotations.NullMarked;
