package org.warmhandoff.tests.privacy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One request, to be sent to both servers.
 *
 * @param path below the FHIR base; {@link Side#PAGE} in it stands for a page of somebody else's search
 * @param body of a {@code _search}, its parameters instead of an empty text
 */
record Probe(Exit exit, String method, String path, List<Pair> query, List<Pair> headers, String body) {

    Probe {
        query = List.copyOf(query);
        headers = List.copyOf(headers);
    }

    /** A parameter or a header. */
    record Pair(String name, String value) {

        @Override
        public String toString() {
            return URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    static Probe get(Exit exit, String path) {
        return new Probe(exit, "GET", path, List.of(), List.of(), "");
    }

    static Probe send(Exit exit, String method, String path, String body) {
        return new Probe(exit, method, path, List.of(), List.of(), body);
    }

    Probe with(String name, String value) {
        return new Probe(exit, method, path, more(query, name, value), headers, body);
    }

    Probe header(String name, String value) {
        return new Probe(exit, method, path, query, more(headers, name, value), body);
    }

    Probe withQuery(List<Pair> other) {
        return new Probe(exit, method, path, other, headers, body);
    }

    Probe withHeaders(List<Pair> other) {
        return new Probe(exit, method, path, query, other, body);
    }

    boolean isForm() {
        return exit == Exit.POST_SEARCH;
    }

    String parameters() {
        return query.stream().map(Pair::toString).collect(Collectors.joining("&"));
    }

    /** Path with parameters, unless these are the body. */
    String target() {
        return query.isEmpty() || isForm() ? path : path + "?" + parameters();
    }

    String content() {
        return isForm() ? parameters() : body;
    }

    String contentType() {
        if (isForm()) {
            return "application/x-www-form-urlencoded";
        }
        return body.startsWith("[") ? "application/json-patch+json" : "application/fhir+json";
    }

    /** For somebody with a shell, the token in {@code $TOKEN}. */
    String curl(String base) {
        StringBuilder line = new StringBuilder("curl -i -X " + method + " -H \"Authorization: Bearer $TOKEN\"");
        headers.forEach(header -> line.append(" -H '" + header.name() + ": " + header.value() + "'"));
        if (!content().isEmpty()) {
            line.append(" -H 'Content-Type: " + contentType() + "' -d '" + content() + "'");
        }
        return line.append(" '" + base + "/" + target() + "'").toString();
    }

    private static List<Pair> more(List<Pair> pairs, String name, String value) {
        List<Pair> all = new ArrayList<>(pairs);
        all.add(new Pair(name, value));
        return all;
    }
}
