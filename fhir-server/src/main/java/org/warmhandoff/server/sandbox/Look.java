package org.warmhandoff.server.sandbox;

/** One look at something that may take a while: it is there, or what is there instead. */
sealed interface Look<T> {

    record Found<T>(T value) implements Look<T> {}

    record NotYet<T>(String seen) implements Look<T> {}
}
