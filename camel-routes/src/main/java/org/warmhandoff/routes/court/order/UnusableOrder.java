package org.warmhandoff.routes.court.order;

import org.warmhandoff.routes.intake.ReadReferral;

/** Ends the reading of a message that is unfit for use; never leaves this package. */
final class UnusableOrder extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ReadReferral.Unusable why;

    /**
     * @param code of {@code http://hl7.org/fhir/issue-type}
     * @param location path of the element at fault, names only
     */
    UnusableOrder(String code, String location, String sentence) {
        super(code, null, false, false);
        this.why = new ReadReferral.Unusable(code, location, sentence);
    }

    ReadReferral.Unusable why() {
        return why;
    }
}
