package org.warmhandoff.server.subscription;

/** Extensions of the Subscriptions R5 Backport guide, and of R5 itself. */
final class BackportExtensions {

    private static final String BASE = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";

    static final String PROFILE = BASE + "backport-subscription";
    static final String FILTER = BASE + "backport-filter-criteria";
    static final String CONTENT = BASE + "backport-payload-content";
    static final String HEARTBEAT = BASE + "backport-heartbeat-period";
    static final String TIMEOUT = BASE + "backport-timeout";
    static final String MAX_COUNT = BASE + "backport-max-count";
    static final String MANAGING_ENTITY =
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-Subscription.managingEntity";

    private BackportExtensions() {}
}
