/** HL7 v2 ER7 text, MLLP frames, acknowledgements, and the translation of REF^I12 into the canonical referral and of its state into RRI^I12. All but the route is pure. */
@NullMarked
package org.warmhandoff.routes.hl7v2;

import org.jspecify.annotations.NullMarked;
