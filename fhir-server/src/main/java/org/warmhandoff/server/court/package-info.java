/** What courts hear of a court-ordered referral: packages, each on a consent for that court and nothing beyond it. */
@NullMarked
package org.warmhandoff.server.court;

import org.jspecify.annotations.NullMarked;
