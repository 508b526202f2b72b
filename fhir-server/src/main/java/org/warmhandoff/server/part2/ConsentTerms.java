package org.warmhandoff.server.part2;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the law asks of a kind of consent; a line of "Consents" in the policy file.
 *
 * @param directive under which it must be given, null when consents of this kind permit nothing
 */
record ConsentTerms(
        ConsentKind kind,
        @Nullable Directive directive,
        Set<Purpose> purposes,
        boolean classesOfRecipients,
        Set<Element> required,
        boolean redisclosureProhibited) {

    enum Element implements Coded {
        END,
        REVOCABLE_AFTER,
        TPO_STATEMENTS
    }

    boolean metBy(PatientConsent consent) {
        return consent.directive() == directive
                && required.stream().allMatch(element -> has(consent, element))
                && consent.permissions().allMatch(permission -> purposes.containsAll(permission.purposes()));
    }

    private static boolean has(PatientConsent consent, Element element) {
        return switch (element) {
            case END -> consent.term().until() != null || consent.term().endsByEvent();
            case REVOCABLE_AFTER -> consent.term().revocableAfter() != null;
            case TPO_STATEMENTS -> consent.tpoStatements();
        };
    }
}
