/** What partners may write, beside what their scopes allow. */
@NullMarked
package org.warmhandoff.server.access.write;

import org.jspecify.annotations.NullMarked;
