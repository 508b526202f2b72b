package org.warmhandoff.routes.intake;

/** How a message was written; its answers and status notices go back the same way. */
public enum Dialect {
    HL7V2,
    FHIR_TRANSACTION,
    FHIR_MESSAGE,
    CCDA,
    /** Court orders, see {@link org.warmhandoff.routes.court.order.CourtOrderReader}. */
    COURT
}
