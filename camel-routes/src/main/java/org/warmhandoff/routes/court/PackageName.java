package org.warmhandoff.routes.court;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The file name of a court package, safe on any file system. */
final class PackageName {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST_DOCKET = 64;

    private PackageName() {}

    static String of(CourtReport report) {
        return String.join(
                        "_",
                        safe(report.courtCase().courtId()),
                        safe(report.courtCase().docket()),
                        report.type().code(),
                        SECOND.format(report.createdAt()),
                        report.messageId().toString())
                + ".zip";
    }

    /** Letters, digits and single hyphens; the underscore separates the parts. */
    private static String safe(String text) {
        String safe = text.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return safe.length() > LONGEST_DOCKET ? safe.substring(0, LONGEST_DOCKET) : safe;
    }
}
