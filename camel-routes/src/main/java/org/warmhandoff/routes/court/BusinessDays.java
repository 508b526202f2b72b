package org.warmhandoff.routes.court;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Counts Monday to Friday; holidays of a court are not known here, so what is due may be early and never late. */
public final class BusinessDays {

    private BusinessDays() {}

    /** The day so many business days before another. */
    public static LocalDate before(LocalDate day, int count) {
        LocalDate at = day;
        for (int left = count; left > 0; ) {
            at = at.minusDays(1);
            left -= weekend(at) ? 0 : 1;
        }
        return at;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
