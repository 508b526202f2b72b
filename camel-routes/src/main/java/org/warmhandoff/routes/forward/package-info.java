/** Referrals on their way to who performs them: what a writer of any dialect is given. */
@NullMarked
package org.warmhandoff.routes.forward;

import org.jspecify.annotations.NullMarked;
