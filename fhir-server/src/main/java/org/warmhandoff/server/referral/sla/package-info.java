/** How long a referral may stay in a state, and what happens when it stays longer. */
@NullMarked
package org.warmhandoff.server.referral.sla;

import org.jspecify.annotations.NullMarked;
