/** Who we exchange referrals with: the partner entry, its endpoint and the directory port that finds it. */
@NullMarked
package org.warmhandoff.routes.partner;

import org.jspecify.annotations.NullMarked;
