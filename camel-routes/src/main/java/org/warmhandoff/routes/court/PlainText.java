package org.warmhandoff.routes.court;

import org.jspecify.annotations.Nullable;

/** Text from elsewhere that must fit into XML 1.0 and on one line of a page. */
final class PlainText {

    private PlainText() {}

    /** The text on one line, without the characters that XML 1.0 (2.2) forbids. */
    static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(PlainText::spaceForControl)
                .filter(PlainText::allowed)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    static @Nullable String cleanOrNull(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String cleaned = clean(text);
        return cleaned.isEmpty() ? null : cleaned;
    }

    private static int spaceForControl(int c) {
        return Character.isISOControl(c) ? ' ' : c;
    }

    private static boolean allowed(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !surrogate && (c & 0xFFFE) != 0xFFFE;
    }
}
