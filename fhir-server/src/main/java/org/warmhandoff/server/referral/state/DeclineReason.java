package org.warmhandoff.server.referral.state;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.warmhandoff.profiles.CodeSystems;

/** Why a programme declined a referral, as far as the reason is coded; free text is accepted beside it. */
public enum DeclineReason {
    NO_CAPACITY,
    LEVEL_TOO_LOW,
    LEVEL_TOO_HIGH,
    OUT_OF_NETWORK,
    INELIGIBLE,
    PATIENT_DECLINED,
    UNABLE_TO_CONTACT,
    SAFETY,
    DUPLICATE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public CodeableConcept asConcept() {
        return new CodeableConcept(
                new Coding().setSystem(CodeSystems.DECLINE_REASON).setCode(code()));
    }

    public static Optional<DeclineReason> ofCode(String code) {
        return Arrays.stream(values()).filter(r -> r.code().equals(code)).findFirst();
    }

    /** The codes of our system in a reason; a code that the system lacks is kept out by {@link Guard}. */
    static List<String> codesIn(CodeableConcept reason) {
        return reason.getCoding().stream()
                .filter(c -> CodeSystems.DECLINE_REASON.equals(c.getSystem()) && c.hasCode())
                .map(Coding::getCode)
                .toList();
    }
}
