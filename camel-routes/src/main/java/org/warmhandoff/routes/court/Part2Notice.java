package org.warmhandoff.routes.court;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The statements of which one must go with every disclosure made with consent (42 CFR 2.32(a)). */
public final class Part2Notice {

    private static final String SHORT = read("part2-notice-short.txt");
    private static final String LONG = read("part2-notice-long.txt");

    private Part2Notice() {}

    /** 42 CFR 2.32(a)(2): for what machines read. */
    public static String shortText() {
        return SHORT;
    }

    /** 42 CFR 2.32(a)(1): for what people read. */
    public static String longText() {
        return LONG;
    }

    private static String read(String resource) {
        try (InputStream in = Part2Notice.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The notice is not in the jar: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("\\s+", " ")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
