package org.warmhandoff.routes.court;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;

/**
 * An ASAM level of care. Levels of different editions are not comparable, so the edition is said wherever it is known.
 *
 * @param code such as {@code 2.1}
 * @param edition {@code 3} or {@code 4}
 */
public record LevelOfCare(String code, @Nullable String edition) {

    private static final String EDITION = Canonical.structureDefinition("asam-edition");

    public LevelOfCare {
        code = PlainText.clean(code);
        edition = PlainText.cleanOrNull(edition);
    }

    /** The level that the episode is for ({@code EpisodeOfCare.type}). */
    public static Optional<LevelOfCare> of(EpisodeOfCare episode) {
        return level(episode.getType().stream()).map(code -> new LevelOfCare(code, edition(episode)));
    }

    /** The level that an ASAM assessment found. */
    public static Optional<LevelOfCare> of(Observation assessment) {
        return assessment.hasValueCodeableConcept()
                ? level(Stream.of(assessment.getValueCodeableConcept()))
                        .map(code -> new LevelOfCare(code, edition(assessment)))
                : Optional.empty();
    }

    private static Optional<String> level(Stream<CodeableConcept> concepts) {
        return concepts.flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> CodeSystems.ASAM_LEVEL.equals(coding.getSystem()) && coding.hasCode())
                .map(Coding::getCode)
                .findFirst();
    }

    private static @Nullable String edition(DomainResource resource) {
        Extension extension = resource.getExtensionByUrl(EDITION);
        Type value = extension == null ? null : extension.getValue();
        if (value instanceof CodeableConcept concept) {
            return concept.getCodingFirstRep().getCode();
        }
        if (value instanceof Coding coding) {
            return coding.getCode();
        }
        return value instanceof PrimitiveType<?> primitive ? primitive.getValueAsString() : null;
    }
}
