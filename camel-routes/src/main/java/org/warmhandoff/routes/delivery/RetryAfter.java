package org.warmhandoff.routes.delivery;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The {@code Retry-After} header (RFC 9110, 10.2.3): seconds or a date. */
final class RetryAfter {

    /** A partner's clock or typing mistake must not hold a message back for years. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private RetryAfter() {}

    /** Zero when there is none or it cannot be read. */
    static Duration parse(Optional<String> header, Clock clock) {
        return header.map(String::strip)
                .map(value ->
                        value.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : until(value, clock))
                .map(RetryAfter::bounded)
                .orElse(Duration.ZERO);
    }

    private static Duration until(String date, Clock clock) {
        try {
            Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(clock.instant(), then);
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private static Duration bounded(Duration duration) {
        if (duration.isNegative()) {
            return Duration.ZERO;
        }
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }
}
