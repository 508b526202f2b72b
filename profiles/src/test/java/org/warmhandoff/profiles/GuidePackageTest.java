package org.warmhandoff.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.Test;

class GuidePackageTest {

    @Test
    void the_archive_is_an_npm_fhir_package_with_every_definition() throws IOException {
        try (InputStream archive = GuidePackage.archive()) {
            NpmPackage npm = NpmPackage.fromPackage(archive);
            assertThat(npm.name()).isEqualTo("warmhandoff.iop");
            assertThat(npm.canonical()).isEqualTo(Canonical.BASE);
            assertThat(npm.dependencies()).contains("hl7.fhir.us.core#6.1.0");
            assertThat(GuidePackage.definitions())
                    .allSatisfy(file -> assertThat(npm.list("package")).contains(file.replace("package/", "")));
        }
    }

    @Test
    void every_profile_and_extension_carries_its_snapshot() {
        assertThat(Guide.all(org.hl7.fhir.r4.model.StructureDefinition.class))
                .isNotEmpty()
                .allMatch(definition -> definition.hasSnapshot());
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> GuidePackage.open("package/Nothing.json")).hasMessageContaining("Nothing.json");
    }
}
