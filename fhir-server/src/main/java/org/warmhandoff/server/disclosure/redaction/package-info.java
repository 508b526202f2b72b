/** Takes out of a record what may not go. Pure. */
@NullMarked
package org.warmhandoff.server.disclosure.redaction;

import org.jspecify.annotations.NullMarked;
