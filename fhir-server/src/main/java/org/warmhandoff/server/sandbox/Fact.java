package org.warmhandoff.server.sandbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that one hop finds out and later ones need, such as the id of a Task. */
final class Fact<T> {

    private final String name;
    private @Nullable T value;

    Fact(String name) {
        this.name = name;
    }

    void learn(T found) {
        value = found;
    }

    Optional<T> known() {
        return Optional.ofNullable(value);
    }

    /** The value; throws {@link Unknown} when the hop that should have found it failed. */
    T get() {
        return known().orElseThrow(() -> new Unknown(name));
    }

    /** A hop cannot be tried, because an earlier one failed. */
    static final class Unknown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unknown(String name) {
            super(name);
        }
    }
}
