package org.warmhandoff.server.consent;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.storage.ResourceStore;

/** Keeps what was signed as it was signed, and dates revocations that are written as a mere change of status. */
@Interceptor
@Component
public class SignedConsentGuard {

    private final Clock clock;

    SignedConsentGuard(Clock clock) {
        this.clock = clock;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, RequestDetails request) {
        if (before instanceof Consent old && after instanceof Consent consent && !ResourceStore.isOwn(request)) {
            Instant now = clock.instant();
            SignedTerms.refusal(old, consent, now).ifPresent(reason -> {
                throw new UnprocessableEntityException(reason);
            });
            date(consent, old.getStatus(), now);
        }
    }

    /** Deleted, it could not be shown any more on what a disclosure rested. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void deleted(IBaseResource resource, RequestDetails request) {
        if (resource instanceof Consent consent
                && consent.getStatus() != ConsentState.DRAFT
                && consent.getStatus() != ConsentState.PROPOSED
                && !ResourceStore.isOwn(request)) {
            throw new UnprocessableEntityException(
                    "A signed consent is not deleted: revoke it, or mark it as entered in error.");
        }
    }

    private static void date(Consent consent, ConsentState before, Instant now) {
        Instant revoked = ConsentReader.read(consent).term().revokedAt();
        if (before != ConsentState.ACTIVE) {
            return;
        }
        if (consent.getStatus() == ConsentState.INACTIVE && revoked == null && !isOver(consent, now)) {
            consent.addExtension(TermReader.REVOKED_ON, instant(now));
        } else if (consent.getStatus() == ConsentState.ACTIVE && revoked != null && !revoked.isAfter(now)) {
            consent.setStatus(ConsentState.INACTIVE);
        }
    }

    private static boolean isOver(Consent consent, Instant now) {
        Instant until = TermReader.until(consent.getProvision().getPeriod());
        return until != null && !until.isAfter(now);
    }

    static DateTimeType instant(Instant instant) {
        return new DateTimeType(
                Date.from(instant), ca.uhn.fhir.model.api.TemporalPrecisionEnum.MILLI, TimeZone.getTimeZone("UTC"));
    }
}
