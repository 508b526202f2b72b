/** Clients that may ask for tokens, whose they are, and the keys that they sign with. */
@NullMarked
package org.warmhandoff.server.identity.client;

import org.jspecify.annotations.NullMarked;
