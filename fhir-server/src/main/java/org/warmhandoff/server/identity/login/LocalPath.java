package org.warmhandoff.server.identity.login;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place of ours to go on to. What could lead elsewhere becomes the account page (CWE-601). */
final class LocalPath {

    static final String HOME = "/account";
    private static final int LONGEST = 8_000;
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\\"<>]]*");

    private LocalPath() {}

    static String of(@Nullable String next) {
        return next != null && next.length() <= LONGEST && OURS.matcher(next).matches() ? next : HOME;
    }

    /** @param page of ours that goes on to another one afterwards */
    static String with(String page, String next) {
        return page + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** Whether it may end at an app's address. A form's answer must not lead there, says our form-action. */
    static boolean leavesUs(String next) {
        return next.startsWith("/oauth2/");
    }
}
