/** The PostgreSQL that comes along: unpacked, initialised, started, adopted and stopped; or the one that is configured. */
@NullMarked
package org.warmhandoff.server.postgres;

import org.jspecify.annotations.NullMarked;
