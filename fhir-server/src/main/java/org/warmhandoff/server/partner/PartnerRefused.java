package org.warmhandoff.server.partner;

/** A change of partners that cannot be made, in words for who asked for it. */
public final class PartnerRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public enum Why {
        UNKNOWN,
        WRONG,
        CONFLICT
    }

    private final Why why;

    PartnerRefused(Why why, String sentence) {
        super(sentence);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
