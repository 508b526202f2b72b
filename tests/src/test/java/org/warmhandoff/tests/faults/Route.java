package org.warmhandoff.tests.faults;

/** Who refers to whom, in which dialect. */
enum Route {
    /** HL7 v2, to the programme hosted here. */
    HOSPITAL("mercy"),
    /** HL7 v2, on to a rehab centre by FHIR. */
    FORWARDED("mercy"),
    /** A FHIR message, to the programme hosted here. */
    REHAB("cedar"),
    /** A FHIR transaction, with a release signed later; the court gets a package. */
    COURT("county-court");

    private final String requester;

    Route(String requester) {
        this.requester = requester;
    }

    String requester() {
        return requester;
    }
}
