/** Ports of what comes in: every message becomes one inbox row before anybody hears an acknowledgement. */
@NullMarked
package org.warmhandoff.routes.intake;

import org.jspecify.annotations.NullMarked;
