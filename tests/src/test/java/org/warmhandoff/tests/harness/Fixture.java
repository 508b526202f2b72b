package org.warmhandoff.tests.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message of ours with holes, filled with what a journey knows; a hole that stays open is an error. */
public record Fixture(String name, Map<String, String> values) {

    private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]+)}");
    private static final DateTimeFormatter V2_DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter V2_SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    /** A file of {@code fixtures/}, with the dates around now filled in. */
    public static Fixture of(String name) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).withNano(0);
        return new Fixture(name, Map.of())
                .with("uuid", UUID.randomUUID().toString().substring(0, 34))
                .with("now", now.toInstant().toString())
                .with("today", now.toLocalDate().toString())
                .with("inThirtyDays", now.toLocalDate().plusDays(30).toString())
                .with("inOneYear", now.toLocalDate().plusYears(1).toString())
                .with("v2.now", V2_SECOND.format(now) + "+0000")
                .with("v2.today", V2_DAY.format(now))
                .with("v2.inThirtyDays", V2_DAY.format(now.plusDays(30)));
    }

    public Fixture with(String hole, String value) {
        return with(Map.of(hole, value));
    }

    public Fixture with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(more);
        return new Fixture(name, Map.copyOf(all));
    }

    public Fixture about(Client client) {
        return with(client.words());
    }

    public String text() {
        Matcher holes = HOLE.matcher(content());
        return holes.replaceAll(hole -> {
            String value = values.get(hole.group(1));
            if (value == null) {
                throw new IllegalStateException(name + " has no value for " + hole.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** With the line ends that HL7 v2 wants. */
    public String er7() {
        return text().strip().replace("\n", "\r") + "\r";
    }

    private String content() {
        try (InputStream in = Fixture.class.getResourceAsStream("/fixtures/" + name)) {
            if (in == null) {
                throw new IllegalStateException("No fixture " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
