/** Sessions of people in browsers, and the pages to sign in, to sign out and to change a password. */
@NullMarked
package org.warmhandoff.server.identity.login;

import org.jspecify.annotations.NullMarked;
