package org.warmhandoff.tests.privacy;

import java.util.SortedMap;
import java.util.TreeMap;

/** What a server answered, or what is left of it when all is taken out that may vary. */
record Reply(int status, SortedMap<String, String> headers, String body) {

    /** Where two differ first; empty when they do not. */
    String differenceTo(Reply other) {
        if (status != other.status) {
            return "status " + status + " / " + other.status;
        } else if (!headers.equals(other.headers)) {
            return "headers " + except(headers, other.headers) + " / " + except(other.headers, headers);
        } else if (!body.equals(other.body)) {
            int at = 0;
            while (at < Math.min(body.length(), other.body.length()) && body.charAt(at) == other.body.charAt(at)) {
                at++;
            }
            return "body from character " + at + ": " + excerpt(body, at) + " / " + excerpt(other.body, at);
        }
        return "";
    }

    private static SortedMap<String, String> except(SortedMap<String, String> some, SortedMap<String, String> others) {
        SortedMap<String, String> left = new TreeMap<>(some);
        left.entrySet().removeAll(others.entrySet());
        return left;
    }

    private static String excerpt(String text, int at) {
        return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 160));
    }
}
