package org.warmhandoff.server.consent;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.server.part2.ConsentStatus;
import org.warmhandoff.server.part2.PatientConsent.Term;

/** Reads from when to when a Consent holds. */
final class TermReader {

    static final String REVOKED_ON = Canonical.structureDefinition("consent-revoked-on");
    static final String REVOCABLE_AFTER = Canonical.structureDefinition("consent-revocable-after");
    static final String EXPIRATION_EVENT = Canonical.structureDefinition("consent-expiration-event");

    /** "Until revoked": of no event. */
    private static final String NO_EVENT = "none";

    /** Where a day begins first, and where it ends last. */
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    private TermReader() {}

    /** Whether each date that matters can be read; without them a permission is void. */
    static boolean readable(Consent consent) {
        return known(consent, REVOKED_ON)
                && known(consent, REVOCABLE_AFTER)
                && readable(consent.getProvision().getPeriod());
    }

    private static boolean known(Consent consent, String url) {
        return consent.getExtensionsByUrl(url).size() < 2 && (!consent.hasExtension(url) || date(consent, url) != null);
    }

    private static boolean readable(Period period) {
        return period.hasStart() == period.hasStartElement() && period.hasEnd() == period.hasEndElement();
    }

    static ConsentStatus status(Consent consent) {
        if (consent.getStatus() == ConsentState.ACTIVE || endedByItself(consent)) {
            return ConsentStatus.ACTIVE;
        }
        return consent.getStatus() == ConsentState.INACTIVE ? ConsentStatus.INACTIVE : ConsentStatus.NEVER_IN_FORCE;
    }

    /** Made inactive only after its end: until then it was in force, which past decisions rest on. */
    private static boolean endedByItself(Consent consent) {
        Instant end = until(consent.getProvision().getPeriod());
        return consent.getStatus() == ConsentState.INACTIVE
                && end != null
                && consent.getMeta().hasLastUpdated()
                && !end.isAfter(consent.getMeta().getLastUpdated().toInstant());
    }

    /** @param permits a revocation dated to the day ends a permission with its first moment, and a denial with its last */
    static Term of(Consent consent, boolean permits) {
        Period period = consent.getProvision().getPeriod();
        BaseDateTimeType revoked = date(consent, REVOKED_ON);
        BaseDateTimeType revocable = date(consent, REVOCABLE_AFTER);
        return new Term(
                period.hasStart() ? period.getStart().toInstant() : null,
                until(period),
                endsByEvent(consent),
                null,
                revoked == null ? null : permits ? first(revoked) : last(revoked),
                revocable == null ? null : first(revocable));
    }

    /** The first instant after the period; null when it has no end. */
    static @Nullable Instant until(Period period) {
        return period.hasEnd() ? last(period.getEndElement()) : null;
    }

    /** From when a consent to the criminal justice system can be revoked (42 CFR 2.35(c)); empty when it does not say. */
    static Optional<Instant> revocableFrom(Consent consent) {
        return Optional.ofNullable(date(consent, REVOCABLE_AFTER)).map(TermReader::first);
    }

    static Optional<CodeableConcept> event(Consent consent) {
        return consent.getExtensionsByUrl(EXPIRATION_EVENT).stream()
                .map(Extension::getValue)
                .filter(CodeableConcept.class::isInstance)
                .map(CodeableConcept.class::cast)
                .filter(concept -> concept.getCoding().stream().noneMatch(coding -> NO_EVENT.equals(coding.getCode())))
                .filter(concept -> concept.hasCoding() || concept.hasText())
                .findFirst();
    }

    private static boolean endsByEvent(Consent consent) {
        return event(consent).isPresent();
    }

    private static @Nullable BaseDateTimeType date(Consent consent, String url) {
        Extension extension = consent.getExtensionByUrl(url);
        return extension != null && extension.getValue() instanceof BaseDateTimeType date && date.hasValue()
                ? date
                : null;
    }

    static Instant first(BaseDateTimeType date) {
        return toTheDay(date)
                ? day(date).atStartOfDay().toInstant(FIRST)
                : date.getValue().toInstant();
    }

    /** The first instant after it, wherever one is; the instant itself is within a period that it ends. */
    static Instant last(BaseDateTimeType date) {
        if (!toTheDay(date)) {
            return date.getValue().toInstant().plusMillis(1);
        }
        LocalDate after =
                switch (date.getPrecision()) {
                    case YEAR -> day(date).plusYears(1);
                    case MONTH -> day(date).plusMonths(1);
                    default -> day(date).plusDays(1);
                };
        return after.atStartOfDay().toInstant(LAST);
    }

    private static boolean toTheDay(BaseDateTimeType date) {
        return date.getPrecision().compareTo(TemporalPrecisionEnum.DAY) <= 0;
    }

    private static LocalDate day(BaseDateTimeType date) {
        return LocalDate.of(
                date.getYear(),
                date.getPrecision() == TemporalPrecisionEnum.YEAR ? 1 : date.getMonth() + 1,
                date.getPrecision() == TemporalPrecisionEnum.DAY ? date.getDay() : 1);
    }
}
