package org.warmhandoff.server.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.warmhandoff.profiles.CodeSystems;

/**
 * Whether a screening answer names thoughts of self-harm: PHQ-9 item 9 and C-SSRS. An answer that is not surely harmless
 * is a sign. Pure.
 */
final class SelfHarmSign {

    private static final Properties HARMLESS = harmless();

    private SelfHarmSign() {}

    static boolean in(Observation observation) {
        boolean withdrawn = observation.getStatus() == ObservationStatus.ENTEREDINERROR
                || observation.getStatus() == ObservationStatus.CANCELLED;
        return !withdrawn
                && observation.hasValue()
                && observation.getCode().getCoding().stream()
                        .filter(coding -> CodeSystems.LOINC.equals(coding.getSystem()))
                        .map(coding -> HARMLESS.getProperty(coding.getCode() + ""))
                        .filter(Objects::nonNull)
                        .anyMatch(answers -> isSign(observation.getValue(), Set.of(answers.split(" "))));
    }

    private static boolean isSign(Type value, Set<String> harmless) {
        if (value instanceof Quantity quantity && quantity.hasValue()) {
            return quantity.getValue().compareTo(BigDecimal.ZERO) > 0;
        } else if (value instanceof IntegerType number) {
            return number.getValue() > 0;
        }
        return words(value).noneMatch(harmless::contains);
    }

    private static Stream<String> words(Type value) {
        Stream<String> words = Stream.empty();
        if (value instanceof CodeableConcept concept) {
            words = Stream.concat(
                    Stream.ofNullable(concept.getText()),
                    concept.getCoding().stream()
                            .flatMap(coding -> Stream.of(coding.getCode(), coding.getDisplay()))
                            .filter(Objects::nonNull));
        } else if (value instanceof StringType text) {
            words = Stream.ofNullable(text.getValue());
        }
        return words.map(word -> word.strip().toUpperCase(Locale.ROOT).replace(' ', '-'));
    }

    private static Properties harmless() {
        Properties harmless = new Properties();
        try (InputStream in = SelfHarmSign.class.getResourceAsStream("self-harm-answers.properties")) {
            harmless.load(Objects.requireNonNull(in));
            return harmless;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
