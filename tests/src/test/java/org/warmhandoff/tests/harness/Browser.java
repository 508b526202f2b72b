package org.warmhandoff.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as signing in needs: cookies, forms with their hidden fields; it is led on nowhere by itself. */
public final class Browser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String origin;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String page = "";

    public Browser(String origin) {
        this.origin = origin;
    }

    /** The same browser as it is now, for another thread. */
    public Browser copy() {
        Browser copy = new Browser(origin);
        copy.cookies.putAll(cookies);
        copy.page = page;
        return copy;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** Opens a page and sends its form with these fields filled in. */
    public HttpResponse<String> submit(String path, Map<String, String> fields) {
        get(path, "Sec-Fetch-Site", "same-origin");
        return post(path.replaceFirst("\\?.*", ""), fields);
    }

    /** Sends the form of the page that is open. */
    public HttpResponse<String> post(String action, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            all.putIfAbsent(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        }
        all.putAll(fields);
        return send("POST", action, encoded(all), "Content-Type", "application/x-www-form-urlencoded");
    }

    public HttpResponse<String> signIn(String name, String password) {
        return submit("/login", Map.of("username", name, "password", password));
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : origin + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            page = answer.body();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.replaceFirst(";.*", "").split("=", 2);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Where an answer leads: by its header, or as a page that goes on by itself. Without our own origin. */
    public static String leadsTo(HttpResponse<String> answer) {
        Matcher goesOn = Pattern.compile("content=\"0;url=([^\"]*)\"").matcher(answer.body());
        String to = answer.headers()
                .firstValue("Location")
                .orElseGet(() -> goesOn.find() ? goesOn.group(1).replace("&amp;", "&") : "nowhere");
        return to.replaceFirst("^http://(localhost|127.0.0.1):[0-9]+", "");
    }
}
