/** Task exchange as Gravity SDOH-CC has it: a partner works on the Tasks of its referrals by plain FHIR writes. */
@NullMarked
package org.warmhandoff.server.referral.exchange;

import org.jspecify.annotations.NullMarked;
