/** PostgreSQL: the embedded one or the configured one, and the schemas in it. */
@NullMarked
package org.warmhandoff.server.postgres;

import org.jspecify.annotations.NullMarked;
