/** Listeners, translation and senders. Owns the ports that the server implements; knows no database. */
@NullMarked
package org.warmhandoff.routes;

import org.jspecify.annotations.NullMarked;
