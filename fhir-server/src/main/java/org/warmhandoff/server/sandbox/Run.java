package org.warmhandoff.server.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** One run of the script: its moment, and a mark that keeps its ids apart from those of earlier runs. */
record Run(String mark, Instant start) {

    private static final DateTimeFormatter V2_DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter V2_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss+0000");

    static Run at(Instant now) {
        Instant start = now.truncatedTo(ChronoUnit.SECONDS);
        return new Run(Long.toString(start.getEpochSecond(), 36).toUpperCase(Locale.ROOT), start);
    }

    /** What every template may fill in. */
    Map<String, String> values() {
        ZonedDateTime utc = start.atZone(ZoneOffset.UTC);
        return Map.ofEntries(
                Map.entry("run", mark),
                Map.entry("now", start.toString()),
                Map.entry("today", utc.toLocalDate().toString()),
                Map.entry("inThirtyDays", utc.plusDays(30).toLocalDate().toString()),
                Map.entry("inOneYear", utc.plusYears(1).toLocalDate().toString()),
                Map.entry("appointment.start", after(Duration.ofDays(1))),
                Map.entry("appointment.end", after(Duration.ofDays(1).plusHours(1))),
                Map.entry("v2.now", V2_TIME.format(utc)),
                Map.entry("v2.today", V2_DATE.format(utc)),
                Map.entry("v2.inThirtyDays", V2_DATE.format(utc.plusDays(30))));
    }

    Template template(String name) {
        return Template.named(name).with(values());
    }

    String after(Duration duration) {
        return start.plus(duration).toString();
    }

    /** A moment before the run, but never before today began: what came before the client was enrolled does not count. */
    String earlier(Duration ago, ZoneId zone) {
        Instant today = start.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        Instant then = start.minus(ago);
        return (then.isBefore(today) ? today : then).toString();
    }

    /** A UUID without its last two digits, for the entries of one Bundle. */
    static String uuidStem() {
        return UUID.randomUUID().toString().substring(0, 34);
    }
}
