package org.warmhandoff.server.part2;

import java.util.Locale;

/** A word of the policy file. */
public interface Coded {

    String name();

    /** How the word is written in the policy file, such as {@code treating-hospital}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
