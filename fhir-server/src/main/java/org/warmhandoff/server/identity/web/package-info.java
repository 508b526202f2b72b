/** The doors: which addresses want a token, what is answered without, and the endpoints of OAuth 2. */
@NullMarked
package org.warmhandoff.server.identity.web;

import org.jspecify.annotations.NullMarked;
