package org.warmhandoff.server.consent;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.warmhandoff.server.part2.PatientConsent;

/**
 * What may become of a Consent once it was active: nothing that was signed changes, so that it cannot be widened behind the
 * patient's back. Other terms are another Consent. Pure.
 */
final class SignedTerms {

    private static final Set<ConsentState> NOT_YET_SIGNED =
            EnumSet.of(ConsentState.DRAFT, ConsentState.PROPOSED, ConsentState.NULL);

    private SignedTerms() {}

    /** Why a client may not write it; empty when it may. */
    static Optional<String> refusal(Consent before, Consent after, Instant now) {
        if (before.getStatus() == null || NOT_YET_SIGNED.contains(before.getStatus())) {
            return Optional.empty();
        }
        if (!terms(before).equalsDeep(terms(after))) {
            return Optional.of("The terms of a signed consent do not change: revoke it, and write another."
                    + " Only status, verification and consent-revoked-on may be written.");
        }
        if (!mayBecome(before.getStatus(), after.getStatus())) {
            return Optional.of("A consent that is " + before.getStatus().toCode() + " cannot become "
                    + (after.getStatus() == null ? "nothing" : after.getStatus().toCode()) + ".");
        }
        return revocation(before, after, now);
    }

    private static boolean mayBecome(ConsentState before, ConsentState after) {
        return before == after
                || (after == ConsentState.ENTEREDINERROR)
                || (before == ConsentState.ACTIVE && after == ConsentState.INACTIVE);
    }

    private static Optional<String> revocation(Consent before, Consent after, Instant now) {
        Optional<Instant> was = revokedAt(before);
        Optional<Instant> is = revokedAt(after);
        if (was.isPresent() && !was.equals(is)) {
            return Optional.of("A revocation is not taken back or moved: write a new consent.");
        }
        boolean revokes = was.isEmpty() && is.isPresent();
        boolean stops = before.getStatus() == ConsentState.ACTIVE && after.getStatus() == ConsentState.INACTIVE;
        return revokes || (stops && is.isEmpty()) ? tooEarly(before, is.orElse(now)) : Optional.empty();
    }

    /** Why a Consent cannot be revoked as of an instant. */
    static Optional<String> tooEarly(Consent consent, Instant revoked) {
        Optional<Instant> from = TermReader.revocableFrom(consent).filter(first -> isCriminalJustice(consent));
        if (from.isPresent() && revoked.isBefore(from.get())) {
            return Optional.of("By its terms this consent can be revoked from "
                    + consent.getExtensionByUrl(TermReader.REVOCABLE_AFTER)
                            .getValue()
                            .primitiveValue()
                    + " (42 CFR 2.35): give that date, or a later one.");
        }
        boolean beforeSigned =
                consent.hasDateTime() && revoked.isBefore(TermReader.first(consent.getDateTimeElement()));
        return beforeSigned ? Optional.of("It cannot have been revoked before it was signed.") : Optional.empty();
    }

    private static boolean isCriminalJustice(Consent consent) {
        return ConsentTerms.isOfKind(consent, ConsentTerms.CRIMINAL_JUSTICE);
    }

    private static Optional<Instant> revokedAt(Consent consent) {
        PatientConsent read = ConsentReader.read(consent);
        return Optional.ofNullable(read.term().revokedAt());
    }

    private static Consent terms(Consent consent) {
        Consent terms = consent.copy();
        terms.setStatus(null);
        terms.setVerification(null);
        terms.setMeta(null);
        terms.setText(null);
        terms.setId((String) null);
        terms.getExtension().removeIf(extension -> TermReader.REVOKED_ON.equals(extension.getUrl()));
        return terms;
    }
}
