package org.warmhandoff.routes.court;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The codes of {@code CodeSystem/attendance}. */
enum Attendance {
    PRESENT,
    LATE,
    LEFT_EARLY,
    TELEHEALTH_PRESENT,
    ABSENT_EXCUSED,
    ABSENT_UNEXCUSED,
    PROGRAMME_CANCELLED;

    boolean attended() {
        return this == PRESENT || this == LATE || this == LEFT_EARLY || this == TELEHEALTH_PRESENT;
    }

    static Optional<Attendance> ofCode(String code) {
        return Arrays.stream(values())
                .filter(a -> a.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(code))
                .findFirst();
    }
}
