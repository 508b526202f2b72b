/** C-CDA R2.1 to the canonical referral, a class for each section or header part, and consultation notes back. */
@NullMarked
package org.warmhandoff.routes.ccda;

import org.jspecify.annotations.NullMarked;
