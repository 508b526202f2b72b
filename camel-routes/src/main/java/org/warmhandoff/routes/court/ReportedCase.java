package org.warmhandoff.routes.court;

/**
 * The case a report belongs to.
 *
 * @param courtId the court's partner id
 */
public record ReportedCase(String courtId, String courtName, String docket) {

    public ReportedCase {
        courtId = PlainText.clean(courtId);
        courtName = PlainText.clean(courtName);
        docket = PlainText.clean(docket);
    }
}
