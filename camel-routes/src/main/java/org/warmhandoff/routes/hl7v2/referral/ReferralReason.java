package org.warmhandoff.routes.hl7v2.referral;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.hl7v2.segment.Absent;
import org.warmhandoff.routes.hl7v2.segment.Resources;

/** Why the patient is referred, and so what is asked for (ServiceRequest.code). */
final class ReferralReason {

    private static final String SNOMED = "http://snomed.info/sct";

    private ReferralReason() {}

    /** Fills in what depends on all reasons: the code, and a reason where the sender gave none. */
    static void complete(ServiceRequest request, Resources resources, RequestMapper mapper) {
        String text = mapper.reasonText();
        if (!text.isEmpty()) {
            request.addReasonCode().setText(text);
        }
        if (!request.hasReasonCode() && !request.hasReasonReference()) {
            mapper.noteMissingReason();
            request.addReasonCode(Absent.unknown(new CodeableConcept()));
        }
        request.setCode(new CodeableConcept(code(isForSubstanceUse(request, resources))));
    }

    private static Coding code(boolean substanceUse) {
        return substanceUse
                ? new Coding(SNOMED, "1254709001", "Referral to substance use disorder treatment program")
                : new Coding(SNOMED, "385989002", "Substance use therapy");
    }

    private static boolean isForSubstanceUse(ServiceRequest request, Resources resources) {
        Stream<CodeableConcept> diagnoses = request.getReasonReference().stream()
                .flatMap(reference -> resources.findAt(reference, Condition.class).stream())
                .map(Condition::getCode);
        return Stream.concat(request.getReasonCode().stream(), diagnoses)
                .flatMap(concept -> concept.getCoding().stream())
                .anyMatch(ReferralReason::isSubstanceUse);
    }

    /** ICD-10-CM F10 to F19. */
    private static boolean isSubstanceUse(Coding coding) {
        return CodeSystems.ICD_10_CM.equals(coding.getSystem())
                && coding.getCode().startsWith("F1");
    }
}
