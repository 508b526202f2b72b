/** Holds requests to the scopes, write rules and bounds of who makes them, before the gate decides on records. */
@NullMarked
package org.warmhandoff.server.access.http;

import org.jspecify.annotations.NullMarked;
