package org.warmhandoff.profiles.site;

/** The chapters of the guide, in the order of its navigation. */
enum Chapter {
    INDEX("Start"),
    REFERRAL("Referral"),
    CONSENT("Consent and disclosure"),
    COURTS("Courts"),
    PROFILES("Profiles"),
    TERMINOLOGY("Terminology"),
    OPERATIONS("Operations"),
    EXAMPLES("Examples"),
    ADOPT("Use it");

    private final String title;

    Chapter(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    String source() {
        return name().toLowerCase(java.util.Locale.ROOT) + ".md";
    }

    String page() {
        return name().toLowerCase(java.util.Locale.ROOT) + ".html";
    }
}
