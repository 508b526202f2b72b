package org.warmhandoff.server.ledger;

import org.warmhandoff.server.part2.Purpose;

/** Purposes as a patient understands them. */
final class PurposeWords {

    private PurposeWords() {}

    static String of(Purpose purpose) {
        return switch (purpose) {
            case TREAT -> "Treatment";
            case HPAYMT -> "Payment";
            case HOPERAT -> "Health care operations";
            case ETREAT, BTG -> "Medical emergency";
            case PATRQT -> "At the patient's request";
            case FAMRQT -> "At the family's request";
            case PWATRNY -> "At the request of a representative";
            case SUPNWK -> "Support network";
            case COC, CAREMGT -> "Coordination of care";
            case COVAUTH -> "Authorization of coverage";
            case CLMATTCH -> "Attachment to a claim";
            case ELIGDTRM -> "Eligibility";
            case HLEGAL, LEGAL -> "Legal proceeding";
            case PUBHLTH -> "Public health";
            case HRESCH -> "Research";
            case HCOMPL -> "Audit and compliance";
            case HTEST -> "Test";
        };
    }
}
