package org.warmhandoff.profiles;

/** The canonical base of the IOP implementation guide and the URLs that are built on it. */
public final class Canonical {

    public static final String BASE = "https://warmhandoff.org/fhir";

    /** Identifier system of a partner's configured id; logical references use it too. */
    public static final String PARTNER = BASE + "/partner";

    /** SubscriptionTopic (R5 backport): a referral came, or took a step. */
    public static final String REFERRAL_STATUS_TOPIC = BASE + "/SubscriptionTopic/referral-status";

    private Canonical() {}

    /** The URL of our CodeSystem with the given id, such as {@code referral-business-status}. */
    public static String codeSystem(String id) {
        return BASE + "/CodeSystem/" + id;
    }

    /** The URL of our profile or extension with the given id, such as {@code court-case}. */
    public static String structureDefinition(String id) {
        return BASE + "/StructureDefinition/" + id;
    }
}
