package org.warmhandoff.routes.delivery;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A file without meaning, named as one in the making, so that nobody who watches the folder takes it. */
record TestFile(String name, byte[] content) {

    static TestFile make() {
        String id = UUID.randomUUID().toString();
        String text = "Test file of Warm Handoff, may be deleted. " + id + "\n";
        return new TestFile("warmhandoff-check-" + id + ".tmp", text.getBytes(StandardCharsets.UTF_8));
    }
}
