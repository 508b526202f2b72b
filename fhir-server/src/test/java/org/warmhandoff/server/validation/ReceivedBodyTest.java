package org.warmhandoff.server.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedBodyTest {

    private static final String ENTITY =
            """
            <!DOCTYPE Patient [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
            <Patient xmlns="http://hl7.org/fhir"><language value="&secret;"/></Patient>""";

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"resourceType\":", "nonsense", "{\"a\":1}}"})
    void what_is_no_json_object_is_said_to_be_none(String text) {
        ReceivedBody body = ReceivedBody.json(text.getBytes(UTF_8), UTF_8);

        assertThat(body.resource() != null && !body.findings().refuse())
                .as("read without complaint")
                .isFalse();
    }

    @Test
    void nesting_that_would_exhaust_the_stack_is_refused() {
        String deep = "{\"resourceType\":\"Patient\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThat(ReceivedBody.json(deep.getBytes(UTF_8), UTF_8).findings().refuse())
                .isTrue();
    }

    @Test
    void brackets_in_text_are_no_nesting() {
        String text = "{\"resourceType\":\"Patient\",\"id\":\"\\\"" + "[".repeat(200) + "\"}";

        assertThat(ReceivedBody.json(text.getBytes(UTF_8), UTF_8).findings().refuse())
                .isFalse();
    }

    @Test
    void xml_with_entities_is_refused_and_nothing_is_resolved() {
        ReceivedBody body = ReceivedBody.xml(ENTITY.getBytes(UTF_8), Examples.VALIDATORS.context());

        assertThat(body.findings().refuse()).isTrue();
        assertThat(body.findings().outcome().getIssueFirstRep().getDiagnostics())
                .doesNotContain("root:");
    }

    @Test
    void xml_becomes_the_same_json_and_keeps_what_is_wrong_with_it() {
        String xml = Examples.FHIR
                .newXmlParser()
                .encodeResourceToString(
                        Examples.FHIR.newJsonParser().parseResource(Examples.text("Patient-jordan-doe")));

        ReceivedBody good = ReceivedBody.xml(xml.getBytes(UTF_8), Examples.VALIDATORS.context());
        ReceivedBody bad = ReceivedBody.xml(
                xml.replace("</Patient>", "<favouriteColour value=\"red\"/></Patient>")
                        .getBytes(UTF_8),
                Examples.VALIDATORS.context());

        assertThat(good.findings().refuse()).isFalse();
        assertThat(ContentDigest.of(Objects.requireNonNull(good.resource())))
                .isEqualTo(ContentDigest.of(ResourceValidator.read(Examples.FHIR
                        .newJsonParser()
                        .encodeResourceToString(
                                Examples.FHIR.newJsonParser().parseResource(Examples.text("Patient-jordan-doe"))))));
        assertThat(bad.findings().refuse()).isTrue();
    }
}
