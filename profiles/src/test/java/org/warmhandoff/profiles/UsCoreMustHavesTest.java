package org.warmhandoff.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;

/** A server without the US Core package must ask for what US Core asks: each imposing profile restates its must-haves. */
class UsCoreMustHavesTest {

    private static final String IMPOSES = "http://hl7.org/fhir/StructureDefinition/structuredefinition-imposeProfile";

    @Test
    void a_profile_that_imposes_us_core_asks_for_what_us_core_asks() {
        Map<String, StructureDefinition> core = UsCore.resources().orElse(List.of()).stream()
                .filter(StructureDefinition.class::isInstance)
                .map(StructureDefinition.class::cast)
                .collect(Collectors.toMap(StructureDefinition::getUrl, Function.identity()));
        assumeTrue(!core.isEmpty(), "the US Core package is not at hand (../shared/data/packages)");
        for (StructureDefinition profile : Guide.all(StructureDefinition.class)) {
            imposed(profile).forEach(url -> assertThat(missing(profile, core.get(url)))
                    .as("%s, which imposes %s", profile.getIdPart(), url)
                    .isEmpty());
        }
    }

    private static List<String> missing(StructureDefinition profile, StructureDefinition imposed) {
        Map<String, ElementDefinition> ours = profile.getSnapshot().getElement().stream()
                .filter(element -> !element.getId().contains(":"))
                .collect(Collectors.toMap(ElementDefinition::getId, Function.identity()));
        return imposed.getSnapshot().getElement().stream()
                .filter(element -> !element.getId().contains(":"))
                .filter(element -> !satisfies(ours, element))
                .map(element ->
                        element.getId() + " " + element.getMin() + (element.getMustSupport() ? " must support" : ""))
                .toList();
    }

    private static boolean satisfies(Map<String, ElementDefinition> ours, ElementDefinition theirs) {
        ElementDefinition own = ours.get(theirs.getId());
        if (own == null) {
            return !theirs.getMustSupport()
                    && (theirs.getMin() == 0 || theirs.getBase().getMin() > 0);
        }
        return own.getMin() >= theirs.getMin() && (own.getMustSupport() || !theirs.getMustSupport());
    }

    private static Stream<String> imposed(StructureDefinition profile) {
        return profile.getExtensionsByUrl(IMPOSES).stream()
                .map(Extension::getValue)
                .map(CanonicalType.class::cast)
                .map(canonical -> canonical.getValue().replaceFirst("\\|.*", ""));
    }
}
