/** REF^I12 to the canonical referral and its state to RRI^I12: one mapper a segment. Pure. */
@NullMarked
package org.warmhandoff.routes.hl7v2.referral;

import org.jspecify.annotations.NullMarked;
