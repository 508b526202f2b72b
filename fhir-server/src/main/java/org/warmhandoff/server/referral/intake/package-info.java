/** Turns accepted messages of any dialect into stored referrals: once, whole, in one transaction. */
@NullMarked
package org.warmhandoff.server.referral.intake;

import org.jspecify.annotations.NullMarked;
