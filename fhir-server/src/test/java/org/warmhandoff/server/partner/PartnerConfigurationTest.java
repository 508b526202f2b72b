package org.warmhandoff.server.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;

class PartnerConfigurationTest {

    private static final Path DATA = Path.of("/var/lib/warmhandoff");

    private final Map<String, String> properties = new HashMap<>(Map.of(
            "warmhandoff.partners[0].id", "mercy",
            "warmhandoff.partners[0].name", "Mercy Hospital",
            "warmhandoff.partners[0].kind", "hospital",
            "warmhandoff.partners[0].mllp-sender.application", "EPIC",
            "warmhandoff.partners[0].mllp-sender.facility", "MERCYHOSP",
            "warmhandoff.partners[0].identifiers[0].system", "http://hl7.org/fhir/sid/us-npi",
            "warmhandoff.partners[0].identifiers[0].value", "1093817465",
            "warmhandoff.partners[0].endpoint.type", "mllp",
            "warmhandoff.partners[0].endpoint.address", "127.0.0.1:6661"));

    @Test
    void an_entry_becomes_a_partner() {
        Partner mercy = read().get(0);

        assertThat(mercy.endpoint()).isEqualTo(new PartnerEndpoint.Mllp("127.0.0.1", 6661));
        assertThat(mercy.part2Program()).isFalse();
        assertThat(mercy.hosted()).isFalse();
    }

    @Test
    void programmes_are_part_2_and_offer_intensive_outpatient_unless_they_say_otherwise() {
        properties.keySet().removeIf(name -> name.contains("endpoint") || name.contains("mllp-sender"));
        properties.put("warmhandoff.partners[0].kind", "iop-program");

        Partner programme = read().get(0);

        assertThat(programme.part2Program()).isTrue();
        assertThat(programme.levelsOfCare()).containsExactly("2.1");
        assertThat(programme.hosted()).isTrue();
    }

    @Test
    void files_are_found_below_the_data_directory() {
        properties.put("warmhandoff.partners[0].endpoint.type", "sftp");
        properties.put("warmhandoff.partners[0].endpoint.address", "sftp://127.0.0.1:2022/outgoing");
        properties.put("warmhandoff.partners[0].endpoint.username", "hub");
        properties.put("warmhandoff.partners[0].endpoint.private-key", "file:keys/hub");
        properties.put("warmhandoff.partners[0].endpoint.known-hosts", "file:/etc/known_hosts");

        assertThat(read().get(0).endpoint())
                .isEqualTo(new PartnerEndpoint.Sftp(
                        "127.0.0.1", 2022, "/outgoing", "hub", DATA.resolve("keys/hub"), Path.of("/etc/known_hosts")));
    }

    @ParameterizedTest
    @CsvSource({
        "id, Mercy!, warmhandoff.partners[0].id: \"Mercy!\" is not of the form [a-z0-9-]+",
        "id, '', warmhandoff.partners[0].id: is missing",
        "name, '', warmhandoff.partners[0] (mercy).name: is missing",
        "kind, clinic, warmhandoff.partners[0] (mercy).kind: \"clinic\" is none of",
        "endpoint.type, ftp, warmhandoff.partners[0] (mercy).endpoint.type: \"ftp\" is none of",
        "endpoint.address, nowhere, warmhandoff.partners[0] (mercy).endpoint.address: \"nowhere\" is not of the form",
        "mllp-sender.facility, '', warmhandoff.partners[0] (mercy).mllp-sender.facility: is missing"
    })
    void a_wrong_entry_is_named_with_its_mistake(String name, String value, String message) {
        properties.put("warmhandoff.partners[0]." + name, value);

        assertThatThrownBy(this::read).isInstanceOf(InvalidPartner.class).hasMessageStartingWith(message);
    }

    @Test
    void an_id_or_a_sender_can_be_there_only_once() {
        Partner mercy = read().get(0);

        assertThatThrownBy(() -> new ConfiguredPartners(List.of(mercy, mercy)))
                .isInstanceOf(InvalidPartner.class)
                .hasMessageContaining("mllp-sender");
    }

    @Test
    void a_partner_is_found_by_id_then_facility_then_identifier() {
        ConfiguredPartners partners = new ConfiguredPartners(read());

        assertThat(partners.byAnyName(" MERCY ")).isPresent();
        assertThat(partners.byAnyName("mercyhosp")).isPresent();
        assertThat(partners.byAnyName("1093817465")).isPresent();
        assertThat(partners.byAnyName("")).isEmpty();
        assertThat(partners.bySender("epic", "MercyHosp")).isPresent();
        assertThat(partners.bySender("EPIC", "OTHER")).isEmpty();
    }

    private List<Partner> read() {
        PartnerProperties bound = new Binder(new MapConfigurationPropertySource(properties))
                .bind("warmhandoff", PartnerProperties.class)
                .get();
        PartnerEntryReader reader = new PartnerEntryReader(new EndpointReader(DATA));
        List<Partner> partners = new ArrayList<>();
        bound.partners().forEach(entry -> partners.add(reader.read(partners.size(), entry)));
        return partners;
    }
}
