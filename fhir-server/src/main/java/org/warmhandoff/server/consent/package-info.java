/** Which consents are on file and what they allow to leave. Fails closed. */
@NullMarked
package org.warmhandoff.server.consent;

import org.jspecify.annotations.NullMarked;
