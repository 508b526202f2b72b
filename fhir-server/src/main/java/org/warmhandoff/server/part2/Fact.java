package org.warmhandoff.server.part2;

import java.util.function.Predicate;

/** A fact that a line of the policy may ask for. */
enum Fact implements Coded {
    IDENTIFIED(standing(Standing.IDENTIFIED)),
    AUTHOR(standing(Standing.AUTHOR)),
    CARE_RELATIONSHIP(standing(Standing.CARE_RELATIONSHIP)),
    AGREEMENT(standing(Standing.AGREEMENT)),
    RIGHT_OF_ACCESS(standing(Standing.RIGHT_OF_ACCESS)),
    REFERRED_THE_PATIENT(standing(Standing.REFERRED_THE_PATIENT)),
    COVERED_ON_SERVICE_DATE(standing(Standing.COVERED_ON_SERVICE_DATE)),
    MEMBER_MATCHED(standing(Standing.MEMBER_MATCHED)),
    PHARMACY_CLAIMS(standing(Standing.PHARMACY_CLAIMS)),
    OWN_PAYER_GROUP(
            standing(Standing.OWN_GROUP).and(kind(RecordKind.PAYER_GROUP)).and(payer())),
    ASKS_REFERRAL_STATUS(kind(RecordKind.REFERRAL_STATUS)),
    ABOUT_OTHERS(label(Label.ABOUT_OTHERS)),
    SELF_PAY(label(Label.SELF_PAY)),
    STATE_CONSENT_NEEDED(label(Label.STATE_CONSENT_NEEDED)),
    DEIDENTIFIED(label(Label.DEIDENTIFIED)),
    DENIED(Case::denied),
    ATTESTED_EMERGENCY(Case::emergencyAttested),
    SUBPART_E_ORDER(asked -> asked.orders().underSubpartE() != null),
    VERIFIED_ORDER(asked -> asked.orders().verified() != null);

    private final Predicate<Case> test;

    Fact(Predicate<Case> test) {
        this.test = test;
    }

    boolean holds(Case asked) {
        return test.test(asked);
    }

    private static Predicate<Case> standing(Standing standing) {
        return asked -> asked.question().actor().is(standing);
    }

    private static Predicate<Case> payer() {
        return asked -> asked.question().actor().kind() == ActorKind.PAYER;
    }

    private static Predicate<Case> label(Label label) {
        return asked -> asked.question().record().has(label);
    }

    private static Predicate<Case> kind(RecordKind kind) {
        return asked -> asked.question().record().kind() == kind;
    }
}
