package org.warmhandoff.routes.court;

import java.time.LocalDate;

/**
 * Something that a court is told of when it happens, and not with the next report.
 *
 * @param occasion names it among all that happens to the same client: seen again, it is the same
 */
public record CourtOccurrence(CourtMessageType type, LocalDate day, String occasion) {}
