package org.warmhandoff.routes.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The statements of which one must go with every disclosure made with consent (42 CFR 2.32(a)). */
public final class RedisclosureNotice {

    private static final Properties TEXTS = read("redisclosure.properties");

    private RedisclosureNotice() {}

    /** 42 CFR 2.32(a)(2): for what machines read. */
    public static String shortText() {
        return text("short");
    }

    /** 42 CFR 2.32(a)(1): for what people read. */
    public static String longText() {
        return text("long");
    }

    private static String text(String key) {
        String text = TEXTS.getProperty(key, "").strip();
        if (text.isEmpty()) {
            throw new IllegalStateException("The notice is not in the jar: " + key);
        }
        return text;
    }

    private static Properties read(String resource) {
        try (InputStream in = RedisclosureNotice.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The notice is not in the jar: " + resource);
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
