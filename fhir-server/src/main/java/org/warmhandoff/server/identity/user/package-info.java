/** Members of the workforce: their passwords, roles and attempts to sign in. */
@NullMarked
package org.warmhandoff.server.identity.user;

import org.jspecify.annotations.NullMarked;
