package org.warmhandoff.routes.court;

/**
 * What is sent to a court: one zip archive. Its name says nothing of the participant.
 *
 * @param fileName {@code {partner id}_{docket}_{type}_{yyyyMMddHHmmss}_{messageId}.zip}, the time in UTC
 */
public record CourtPackage(String fileName, byte[] body) {

    public static final String CONTENT_TYPE = "application/zip";

    /**
     * Renders the report. The same report gives the same bytes, so that a retry is recognised as one; only another
     * Java version may compress differently.
     */
    public static CourtPackage of(CourtReport report) {
        return new CourtPackage(PackageName.of(report), PackageArchive.of(report));
    }
}
