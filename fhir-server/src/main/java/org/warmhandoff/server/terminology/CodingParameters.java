package org.warmhandoff.server.terminology;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/**
 * The three ways in which the operations of FHIR R4 take a code: {@code code} with {@code system}, {@code coding},
 * {@code codeableConcept}; exactly one of them is to be used.
 */
record CodingParameters(
        @Nullable Coding code, @Nullable Coding coding, @Nullable CodeableConcept concept, String systemParameter) {

    /** A code with the system that a parameter of the given name brings. */
    static @Nullable Coding code(
            @Nullable String code, @Nullable String system, @Nullable String version, @Nullable String display) {
        return code == null && system == null ? null : new Coding(system, code, display).setVersion(version);
    }

    /** The codings, each with a system and a code; a concept may have several. */
    List<Coding> all() {
        List<String> given = Stream.of(
                        code == null ? null : "code",
                        coding == null ? null : "coding",
                        concept == null ? null : "codeableConcept")
                .flatMap(Stream::ofNullable)
                .toList();
        if (given.isEmpty()) {
            throw Refusal.missing("code", "coding", "codeableConcept");
        }
        if (given.size() > 1) {
            throw Refusal.invalid("Only one of " + String.join(", ", given) + " can be judged at a time.");
        }
        if (concept != null) {
            return concept.getCoding().stream()
                    .map(part -> complete(part, "codeableConcept.coding.system", "codeableConcept.coding.code"))
                    .toList();
        }
        return List.of(
                coding != null
                        ? complete(coding, "coding.system", "coding.code")
                        : complete(code == null ? new Coding() : code, systemParameter, "code"));
    }

    private static Coding complete(Coding coding, String system, String code) {
        if (!coding.hasCode()) {
            throw Refusal.missing(code);
        }
        if (!coding.hasSystem()) {
            throw Refusal.missing(system);
        }
        return coding;
    }
}
