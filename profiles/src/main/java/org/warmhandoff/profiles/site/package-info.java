/**
 * Renders the guide as plain, static pages when the module is built. Reads the compiled guide and the prose in {@code docs};
 * never runs in the server.
 */
@NullMarked
package org.warmhandoff.profiles.site;

import org.jspecify.annotations.NullMarked;
