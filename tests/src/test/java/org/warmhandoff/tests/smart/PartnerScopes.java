package org.warmhandoff.tests.smart;

/** What docs/configuration.md recommends that a client of a kind of partner may do. */
final class PartnerScopes {

    /** Refers clients here, works on Tasks, hears of them. */
    private static final String REFERS =
            "system/Bundle.c system/ServiceRequest.crus system/Task.crus system/Patient.crus system/Condition.crus"
                    + " system/Observation.crus system/Coverage.crus system/Consent.crus system/Practitioner.crs"
                    + " system/Subscription.crus system/Organization.rs";

    private static final String ORDERS =
            "system/Bundle.c system/ServiceRequest.crs system/Task.crs system/Patient.crs system/Consent.crs"
                    + " system/Organization.rs";

    private static final String PULLS = "system/*.rs";

    private PartnerScopes() {}

    static String of(String kind) {
        return switch (kind) {
            case "payer" -> PULLS;
            case "court" -> ORDERS;
            default -> REFERS;
        };
    }
}
