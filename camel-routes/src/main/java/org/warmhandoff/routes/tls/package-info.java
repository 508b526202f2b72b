/** TLS from PEM files that may be replaced while we run. */
@NullMarked
package org.warmhandoff.routes.tls;

import org.jspecify.annotations.NullMarked;
