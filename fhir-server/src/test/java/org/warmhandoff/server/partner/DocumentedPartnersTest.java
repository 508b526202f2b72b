package org.warmhandoff.server.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.warmhandoff.routes.fhir.FhirReferralReader;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.hl7v2.Parties;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.partner.PartnerKind;
import org.warmhandoff.server.docs.DocPage;

/** The partner entries, errors and the referral that the documentation shows. */
class DocumentedPartnersTest {

    private static final DocPage PAGE = DocPage.of("docs/configuration.md");

    @Test
    void the_example_shows_every_kind_and_every_type_of_endpoint() {
        PartnerDirectory partners =
                directory(new ByteArrayResource(PAGE.blocks("yaml").get(0).getBytes(StandardCharsets.UTF_8)));

        assertThat(partners.all()).extracting(Partner::kind).contains(PartnerKind.values());
        assertThat(partners.all())
                .extracting(Partner::endpoint)
                .filteredOn(endpoint -> endpoint != null)
                .hasOnlyElementsOfTypes(PartnerEndpoint.class.getPermittedSubclasses())
                .extracting(endpoint -> (Object) endpoint.getClass())
                .contains(Arrays.stream(PartnerEndpoint.class.getPermittedSubclasses())
                        .filter(type -> type != PartnerEndpoint.RestHook.class)
                        .toArray());
    }

    static Stream<Arguments> errors() {
        return PAGE.table("entry", "message").stream().map(row -> Arguments.of(row.get(0), row.get(1)));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void a_wrong_entry_stops_the_start_with_the_line_that_is_shown(String entry, String message) {
        String yaml = "warmhandoff: { partners: [" + entry + "] }";

        assertThatThrownBy(() -> directory(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(InvalidPartner.class)
                .hasMessage(message);
    }

    @Test
    void the_kinds_are_listed() {
        List<String> codes =
                Arrays.stream(PartnerKind.values()).map(PartnerKind::code).toList();
        String row = PAGE.table("key", "needed", "meaning").stream()
                .filter(cells -> cells.get(0).equals("kind"))
                .findFirst()
                .orElseThrow()
                .get(2);

        assertThat(codes).allSatisfy(code -> assertThat(row).contains("`" + code + "`"));
    }

    @Test
    void the_referral_of_the_readme_goes_from_one_partner_of_the_sandbox_to_another() {
        PartnerDirectory sandbox = directory(new ClassPathResource("application-sandbox.yaml"));
        Bundle bundle = FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(
                        Bundle.class, DocPage.of("docs/examples/referral.json").text());

        assertThat(FhirReferralReader.isReferral(bundle)).isTrue();
        ReadReferral read = new FhirReferralReader(sandbox).readTransaction(bundle);

        assertThat(read).isInstanceOfSatisfying(ReadReferral.Usable.class, usable -> {
            assertThat(usable.message().sender().id()).isEqualTo("mercy");
            assertThat(usable.message().receiver().hosted()).isTrue();
            assertThat(DocPage.of("README.md").text())
                    .contains("identifier=" + usable.message().placer());
        });
    }

    @Test
    void so_does_the_message_of_the_readme() {
        PartnerDirectory sandbox = directory(new ClassPathResource("application-sandbox.yaml"));
        byte[] body = DocPage.of("docs/examples/ref-i12.hl7").text().getBytes(StandardCharsets.UTF_8);
        Er7Message message = Er7Message.parse(body).orElseThrow();
        Parties parties = new Parties(sandbox);

        assertThat(parties.sender(message).map(Partner::id)).contains("mercy");
        assertThat(parties.receiver(message)).get().matches(Partner::hosted);
    }

    private static PartnerDirectory directory(Resource yaml) {
        YamlPropertiesFactoryBean factory = new YamlPropertiesFactoryBean();
        factory.setResources(yaml);
        Properties properties = factory.getObject();
        // As the sandbox does.
        properties.replaceAll((name, value) -> value.toString().replaceAll("\\$\\{[^:}]+:(\\d+)}", "$1"));
        PartnerProperties bound = new Binder(new MapConfigurationPropertySource(properties))
                .bind("warmhandoff", PartnerProperties.class)
                .get();
        return PartnerConfiguration.read(bound, Path.of("data"));
    }
}
