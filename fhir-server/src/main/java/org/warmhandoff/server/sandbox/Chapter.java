package org.warmhandoff.server.sandbox;

import java.util.List;

/** Hops that belong together, with a sentence that says what they are about. */
record Chapter(String title, List<Hop> hops) {

    Chapter {
        hops = List.copyOf(hops);
    }
}
