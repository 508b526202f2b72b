package org.warmhandoff.tests.privacy;

/** All that may differ between two answers that say the same, and why. Nothing else is taken out before they are compared. */
enum Variation {
    DATE("header Date", "RFC 9110 6.6.1: the moment of the answer"),
    REQUEST_ID("header X-Request-Id", "a new one for each request, unless its client gave one"),
    LENGTH("header Content-Length", "follows from the body, which is compared after these changes"),
    HOST("base address, everywhere", "two servers have two addresses"),
    BUNDLE_ID("Bundle.id of an answer, also in Location", "R4 bundle.html: made anew for each answer"),
    BUNDLE_TIME(
            "Bundle.meta.lastUpdated of an answer, and Last-Modified where it says the same",
            "the moment of the answer"),
    PAGE("id of a saved page", "made anew for each search"),
    EXPORT("ids and times of an export's manifest", "made anew for each export; the files are compared line by line"),
    LOADED(
            "meta.lastUpdated, Last-Modified",
            "servers that were filled one after the other; not where one is a copy of the other");

    private final String what;
    private final String why;

    Variation(String what, String why) {
        this.what = what;
        this.why = why;
    }

    static String table() {
        StringBuilder table = new StringBuilder("| taken out | because |\n|---|---|\n");
        for (Variation each : values()) {
            table.append("| " + each.what + " | " + each.why + " |\n");
        }
        return table.toString();
    }
}
