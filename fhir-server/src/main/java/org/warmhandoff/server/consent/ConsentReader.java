package org.warmhandoff.server.consent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.part2.ConsentKind;
import org.warmhandoff.server.part2.Directive;
import org.warmhandoff.server.part2.PatientConsent;

/** Reads a FHIR Consent (iop-consent-part2) for the rules. What cannot be read permits nothing, and still denies. Pure. */
final class ConsentReader {

    private static final String TPO_STATEMENTS = Canonical.structureDefinition("consent-tpo-statements");

    private static final Set<String> DENYING_POLICIES = Set.of("OPTOUT", "OPTOUTE", "INFCRT");

    private ConsentReader() {}

    static PatientConsent read(Consent consent) {
        Optional<ConsentKind> kind = kind(consent);
        Optional<Directive> directive = directive(consent);
        boolean permits = permits(consent, kind);
        boolean whole = kind.isPresent()
                && directive.isPresent()
                && !consent.hasModifierExtension()
                && TermReader.readable(consent);
        ProvisionTree tree = ProvisionTree.of(consent, kind.orElse(ConsentKind.RESTRICTION), permits, whole);
        return new PatientConsent(
                consent.getIdElement().getIdPart() == null
                        ? ""
                        : consent.getIdElement().getIdPart(),
                patient(consent),
                kind.orElse(ConsentKind.RESTRICTION),
                directive.orElse(Directive.HIPAA_CONSENT),
                TermReader.status(consent),
                TermReader.of(consent, permits),
                statements(consent),
                tree.root(),
                tree.exceptions());
    }

    private static Optional<ConsentKind> kind(Consent consent) {
        List<String> codes = consent.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .filter(coding -> CodeSystems.CONSENT_KIND.equals(coding.getSystem()))
                .map(coding -> String.valueOf(coding.getCode()))
                .distinct()
                .toList();
        return codes.size() == 1 ? ConsentWords.kind(codes.get(0)) : Optional.empty();
    }

    private static Optional<Directive> directive(Consent consent) {
        List<Directive> directives = consent.getPolicyRule().getCoding().stream()
                .filter(coding -> CodeSystems.ACT_CODE.equals(coding.getSystem()))
                .flatMap(coding -> ConsentWords.directive(String.valueOf(coding.getCode())).stream())
                .distinct()
                .toList();
        return directives.size() == 1 ? Optional.of(directives.get(0)) : Optional.empty();
    }

    private static String patient(Consent consent) {
        String type = consent.getPatient().getReferenceElement().getResourceType();
        String id = consent.getPatient().getReferenceElement().getIdPart();
        return "Patient".equals(type) && id != null ? id : "";
    }

    /** R4 leaves the type of the outer provision to the policy. */
    private static boolean permits(Consent consent, Optional<ConsentKind> kind) {
        ConsentProvisionType type = consent.getProvision().getType();
        if (type != null && type != ConsentProvisionType.NULL) {
            return type == ConsentProvisionType.PERMIT;
        }
        boolean denies = consent.getPolicyRule().getCoding().stream()
                .anyMatch(coding -> DENYING_POLICIES.contains(String.valueOf(coding.getCode())));
        return !denies && !kind.equals(Optional.of(ConsentKind.RESTRICTION));
    }

    private static boolean statements(Consent consent) {
        return consent.hasExtension(TPO_STATEMENTS)
                && consent.getExtensionByUrl(TPO_STATEMENTS).getValue() instanceof BooleanType made
                && made.booleanValue();
    }
}
