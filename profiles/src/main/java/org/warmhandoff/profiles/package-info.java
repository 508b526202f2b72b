/** Canonical URLs and codes of the IOP implementation guide: the one leaf that every other module may use. */
@NullMarked
package org.warmhandoff.profiles;

import org.jspecify.annotations.NullMarked;
