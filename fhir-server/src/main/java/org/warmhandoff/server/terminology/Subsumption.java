package org.warmhandoff.server.terminology;

/** How two codes of one system stand to each other: the outcomes of FHIR R4's {@code $subsumes}. */
enum Subsumption {
    EQUIVALENT("equivalent"),
    SUBSUMES("subsumes"),
    SUBSUMED_BY("subsumed-by"),
    NOT_SUBSUMED("not-subsumed");

    private final String code;

    Subsumption(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** Of the first code towards the second. */
    static Subsumption between(String one, String other, CodeIndex index) {
        String left = known(one, index);
        String right = known(other, index);
        if (left.equals(right)) {
            return EQUIVALENT;
        }
        if (index.isAbove(left, right)) {
            return SUBSUMES;
        }
        return index.isAbove(right, left) ? SUBSUMED_BY : NOT_SUBSUMED;
    }

    private static String known(String code, CodeIndex index) {
        return index.find(code)
                .map(IndexedConcept::code)
                .orElseThrow(() -> Refusal.notFound(
                        "The code " + code + " is not in " + index.system().getUrl() + "."));
    }
}
