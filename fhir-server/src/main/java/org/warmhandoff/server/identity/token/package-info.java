/** Tokens: whom an assertion convinces, what is written into one, and what one says when it comes back. */
@NullMarked
package org.warmhandoff.server.identity.token;

import org.jspecify.annotations.NullMarked;
