/** The runnable server: start-up and command line. Each feature has a package of its own below. */
@NullMarked
package org.warmhandoff.server;

import org.jspecify.annotations.NullMarked;
