package org.warmhandoff.server.part2;

/** What one consent says of a question. */
enum Verdict {
    SUPPORTS("covers the request"),
    DENIES("denies the request"),
    OTHER_PATIENT("is another patient's"),
    NOT_ACTIVE("is not active"),
    NOT_YET("begins"),
    EXPIRED("expired"),
    ENDED_BY_EVENT("ended by its event"),
    REVOKED("revoked"),
    INCOMPLETE("lacks what the law asks of its kind"),
    OTHER_RECIPIENT("names another recipient"),
    OTHER_PURPOSE("is for another purpose"),
    OTHER_DATA("is for other records");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
