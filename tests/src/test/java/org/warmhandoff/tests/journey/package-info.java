/** What partners and staff see of the running jar. */
@NullMarked
package org.warmhandoff.tests.journey;

import org.jspecify.annotations.NullMarked;
