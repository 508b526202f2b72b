package org.warmhandoff.routes.court;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** One drug-test Observation, read; {@code collection} is the same for the readings of one specimen. */
record DrugTestReading(String collection, DrugTest test) {

    /** Empty while there is no result, for errors, and for tests that the laboratory cancelled for its own reasons. */
    static Optional<DrugTestReading> of(Observation observation, ZoneId zone) {
        LocalDate day = day(observation, zone);
        DrugTestResult result = counts(observation) ? result(observation) : null;
        if (day == null || result == null) {
            return Optional.empty();
        }
        String collection =
                observation.hasSpecimen() ? observation.getSpecimen().getReference() : null;
        DrugTest test = new DrugTest(day, result, expected(observation, result));
        return Optional.of(new DrugTestReading(collection == null ? day.toString() : collection, test));
    }

    private static boolean counts(Observation observation) {
        ObservationStatus status = observation.getStatus();
        return status == ObservationStatus.FINAL
                || status == ObservationStatus.AMENDED
                || status == ObservationStatus.CORRECTED
                || status == ObservationStatus.CANCELLED;
    }

    private static @Nullable LocalDate day(Observation observation, ZoneId zone) {
        if (observation.getEffective() instanceof BaseDateTimeType date) {
            return FhirDates.day(date, zone);
        }
        return observation.hasEffectivePeriod()
                ? FhirDates.day(observation.getEffectivePeriod().getStartElement(), zone)
                : null;
    }

    private static @Nullable DrugTestResult result(Observation observation) {
        Optional<DrugTestResult> invalid = Stream.concat(
                        codes(extension(observation, DrugTestCodes.VALIDITY)), codes(observation.getDataAbsentReason()))
                .flatMap(code -> withoutResult(code).stream())
                .findFirst();
        if (invalid.isPresent() || observation.getStatus() == ObservationStatus.CANCELLED) {
            return invalid.orElse(null);
        }
        return Stream.concat(
                        codes(observation.getValue()),
                        observation.getInterpretation().stream().flatMap(DrugTestReading::codes))
                .flatMap(code -> posOrNeg(code).stream())
                .findFirst()
                .orElse(null);
    }

    /** Nothing said: a negative result is what the plan expects. */
    private static boolean expected(Observation observation, DrugTestResult result) {
        if (result.withoutResult()) {
            return false;
        }
        Type planned = extension(observation, DrugTestCodes.EXPECTED);
        if (planned instanceof BooleanType asPlanned && asPlanned.hasValue()) {
            return asPlanned.booleanValue();
        }
        DrugTestResult plan = codes(planned)
                .flatMap(code -> posOrNeg(code).stream())
                .findFirst()
                .orElse(DrugTestResult.NEGATIVE);
        return result == plan;
    }

    private static @Nullable Type extension(Observation observation, String url) {
        Extension extension = observation.getExtensionByUrl(url);
        return extension == null ? null : extension.getValue();
    }

    private static Stream<String> codes(@Nullable Type value) {
        if (value instanceof CodeableConcept concept) {
            Stream<String> text = Stream.ofNullable(concept.getText());
            return Stream.concat(concept.getCoding().stream().flatMap(DrugTestReading::codes), text);
        }
        if (value instanceof Coding coding) {
            return Stream.ofNullable(coding.getCode());
        }
        if (value instanceof CodeType code) {
            return Stream.ofNullable(code.getCode());
        }
        return value instanceof StringType text ? Stream.ofNullable(text.getValue()) : Stream.empty();
    }

    /** uds-validity, or data-absent-reason where the same is said in its words. */
    private static Optional<DrugTestResult> withoutResult(String code) {
        return switch (code) {
            case "asked-declined" -> Optional.of(DrugTestResult.REFUSED);
            case "not-performed" -> Optional.of(DrugTestResult.MISSED);
            default -> DrugTestResult.ofValidity(code);
        };
    }

    /** SNOMED CT, LOINC answers, v3 ObservationInterpretation, or plain words. */
    private static Optional<DrugTestResult> posOrNeg(String code) {
        if (POSITIVE.contains(code)) {
            return Optional.of(DrugTestResult.POSITIVE);
        }
        return NEGATIVE.contains(code) ? Optional.of(DrugTestResult.NEGATIVE) : Optional.empty();
    }

    private static final List<String> POSITIVE =
            List.of("10828004", "260373001", "LA6576-8", "LA11882-0", "POS", "DET", "Positive", "positive");
    private static final List<String> NEGATIVE =
            List.of("260385009", "260415000", "LA6577-6", "LA11883-8", "NEG", "ND", "Negative", "negative");
}
