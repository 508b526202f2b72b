package org.warmhandoff.server.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any body is a resource or refused with a reason, as JSON and as XML. */
class ReceivedBodyFuzzTest {

    static Stream<byte[]> bodies() {
        String json = Examples.text("Patient-jordan-doe");
        String xml = Examples.FHIR
                .newXmlParser()
                .encodeResourceToString(Examples.FHIR.newJsonParser().parseResource(json));
        return Stream.of(
                        json,
                        xml,
                        "{\"resourceType\":\"Patient\",\"id\":\"\\u0000\"}",
                        "{\"resourceType\":\"Patient\",\"id\":\"\\ud800\"}",
                        "{\"a\":\"\\\\u0000\",\"b\":1e999999,\"c\":[[[[]]]]}",
                        "<Patient xmlns=\"http://hl7.org/fhir\"><text><div><a><b/></a></div></text></Patient>",
                        "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("bodies")
    @FuzzTest
    void any_body_is_a_resource_or_refused(byte[] body) {
        ReceivedBody json = ReceivedBody.json(body, StandardCharsets.UTF_8);
        ReceivedBody xml = ReceivedBody.xml(body, Examples.VALIDATORS.context());

        assertThat(json.resource() != null || json.findings().refuse()).isTrue();
        assertThat(xml.resource() != null || xml.findings().refuse()).isTrue();
    }
}
