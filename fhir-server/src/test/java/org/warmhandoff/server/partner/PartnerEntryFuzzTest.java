package org.warmhandoff.server.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/** Any JSON is a partner that is found by its names, with no path out of the data directory, or refused with a reason. */
class PartnerEntryFuzzTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DATA = Path.of("/data/hub");
    private static final PartnerReader READER = new PartnerReader(DATA);
    private static final AddedPartnerRules RULES = new AddedPartnerRules(DATA, true);

    static Stream<byte[]> entries() {
        return Stream.of(
                        "{\"id\":\"mercy\",\"name\":\"M\",\"kind\":\"hospital\",\"identifiers\":[{\"system\":\"s\",\"value\":\"v\"}],"
                                + "\"mllp-sender\":{\"application\":\"E\",\"facility\":\"F\"},"
                                + "\"endpoint\":{\"type\":\"mllp\",\"address\":\"127.0.0.1:6661\"}}",
                        "{\"id\":\"c\",\"name\":\"C\",\"kind\":\"court\",\"endpoint\":{\"type\":\"file\",\"address\":\"file:../../etc\"},"
                                + "\"inbox\":{\"type\":\"file\",\"address\":\"file:in\"},\"pgp-key\":\"file:keys/../k\"}",
                        "{\"id\":\"c\",\"name\":\"C\",\"kind\":\"court\",\"endpoint\":{\"type\":\"sftp\",\"address\":\"sftp://h:99999/x\","
                                + "\"username\":\"u\",\"private-key\":\"file:a\\u0000b\",\"known-hosts\":\"file:k\"}}",
                        "{\"id\":\"d\",\"name\":\"D\",\"kind\":\"hospital\",\"endpoint\":{\"type\":\"mllp\",\"address\":\"h:99999\"}}",
                        "{\"id\":\"d\",\"name\":\"D\",\"kind\":\"rehab\",\"identifiers\":[null],\"levels-of-care\":[null]}",
                        "{\"id\":\"d\",\"name\":\"D\",\"kind\":\"rehab\",\"endpoint\":{\"type\":\"fhir\",\"address\":\"http://x/\\u0000\"}}",
                        "null")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("entries")
    @FuzzTest
    void any_entry_is_a_partner_or_refused(byte[] bytes) {
        Partner partner;
        try {
            JsonNode tree = JSON.readTree(bytes);
            PartnerProperties.Entry entry = PartnerReader.entry(tree);
            partner = READER.partner(entry);
            RULES.check(entry, partner);
        } catch (IOException | InvalidPartner declared) {
            return;
        }
        ConfiguredPartners directory = new ConfiguredPartners(List.of(partner));
        assertThat(directory.byId(partner.id())).isPresent();
        assertThat(directory.byAnyName(new String(bytes, StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Optional.class);
        if (partner.endpoint() instanceof PartnerEndpoint.Folder folder) {
            assertThat(folder.path().normalize()).startsWith(DATA);
        }
    }
}
