package org.warmhandoff.routes.court;

import java.time.LocalDate;

/** The days a report covers, both included, in the programme's time zone. */
public record ReportingPeriod(LocalDate start, LocalDate end) {

    public ReportingPeriod {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("A reporting period ends before it starts");
        }
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }
}
