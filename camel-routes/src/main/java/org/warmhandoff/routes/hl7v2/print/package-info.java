/** The canonical referral as REF messages (HL7 v2.5.1, 11.3): the way back of what {@code hl7v2.segment} reads. */
@NullMarked
package org.warmhandoff.routes.hl7v2.print;

import org.jspecify.annotations.NullMarked;
