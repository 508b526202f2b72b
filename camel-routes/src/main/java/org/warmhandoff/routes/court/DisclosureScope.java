package org.warmhandoff.routes.court;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The explanation of the scope of a consent that must go with a disclosure (42 CFR 2.32(b)). */
final class DisclosureScope {

    private DisclosureScope() {}

    static String of(CourtReport report) {
        DisclosureAuthority authority = report.authority();
        ReportedCase courtCase = report.courtCase();
        String recipient = courtCase.courtName() + " in docket " + courtCase.docket();
        if (report.type() == CourtMessageType.ROI_REVOKED_OR_EXPIRED) {
            return "The written consent " + authority.id() + " on which " + recipient
                    + " was informed under 42 CFR 2.35 is no longer in force. Nothing more will be disclosed on it, and"
                    + " this message discloses nothing about treatment.";
        }
        String scope = authority.kind().consent()
                ? consent(authority, recipient, report.type().reportsTreatment())
                : order(authority, recipient);
        return scope + expires(authority.expires());
    }

    private static String consent(DisclosureAuthority authority, String recipient, boolean treatment) {
        String covered = treatment
                ? " It covers what the court needs to monitor treatment as a condition of this case: enrolment, level"
                        + " of care, attendance, drug test results, compliance and recommendation."
                : "";
        return "Disclosed with the participant's written consent under 42 CFR 2.35 (consent " + authority.id() + ") to "
                + recipient + "." + covered
                + " It may be used and passed on only in official duties concerning the disposition of this case.";
    }

    private static String order(DisclosureAuthority authority, String recipient) {
        return "Disclosed by court order under 42 CFR " + authority.kind().paragraph() + " (order " + authority.id()
                + ") to " + recipient + ", and limited to what the order names.";
    }

    private static String expires(@Nullable LocalDate expires) {
        return expires == null ? "" : " This authority expires on " + expires + ".";
    }
}
