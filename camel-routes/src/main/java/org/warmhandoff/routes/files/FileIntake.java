package org.warmhandoff.routes.files;

import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.partner.Partner;

/** Takes in files of one kind. What it answers is true: the file is kept before it returns. */
public interface FileIntake {

    /** Whether such a file of such a partner is for it. */
    boolean takes(Partner sender, String name);

    /** The same where the name does not tell. */
    default boolean takes(Partner sender, String name, byte[] content) {
        return takes(sender, name);
    }

    /** An exception is a fault of ours: the file stays and is tried again. */
    Answer take(Partner sender, String name, byte[] content);

    /** What became of a file. */
    sealed interface Answer {

        /** @param text of the {@code .ack}, null when none is due */
        record Done(@Nullable String text) implements Answer {}

        /** @param text of the {@code .nak} */
        record Failed(String text) implements Answer {}

        /** Not now; try the same file again. */
        record Later() implements Answer {}
    }
}
