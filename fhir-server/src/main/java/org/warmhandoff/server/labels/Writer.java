package org.warmhandoff.server.labels;

import org.jspecify.annotations.Nullable;

/**
 * Who writes.
 *
 * @param client whether it came by HTTP, not from the server itself
 * @param partner id of the partner whose client it is; null for staff and the server
 * @param user login name, null when no person is known
 */
record Writer(boolean client, @Nullable String partner, @Nullable String user) {

    static final Writer SERVER = new Writer(false, null, null);
}
