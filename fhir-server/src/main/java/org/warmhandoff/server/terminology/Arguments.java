package org.warmhandoff.server.terminology;

import org.jspecify.annotations.Nullable;

/** Simple parameters of operations, read as what they must be. */
final class Arguments {

    private Arguments() {}

    static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    static @Nullable Integer count(String name, @Nullable String value) {
        String text = text(value);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,9}")) {
            throw Refusal.invalid("The parameter " + name + " must be a number, zero or more.");
        }
        return Integer.valueOf(text);
    }

    static boolean flag(String name, @Nullable String value) {
        String text = text(value);
        if (text == null) {
            return false;
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw Refusal.invalid("The parameter " + name + " must be true or false.");
        }
        return text.equals("true");
    }
}
