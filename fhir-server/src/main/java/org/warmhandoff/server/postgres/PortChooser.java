package org.warmhandoff.server.postgres;

import java.io.IOException;

/** Picks the port to try next. */
@FunctionalInterface
interface PortChooser {
    int next() throws IOException;
}
