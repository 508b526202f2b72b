/** What scopes allow, as a pure function: no HAPI server, no database, no clock. */
@NullMarked
package org.warmhandoff.server.access.scope;

import org.jspecify.annotations.NullMarked;
