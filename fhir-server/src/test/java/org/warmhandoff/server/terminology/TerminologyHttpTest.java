package org.warmhandoff.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.server.TestServer;

/** The terminology operations as clients call them. */
class TerminologyHttpTest {

    private static final String OURS = "https://warmhandoff.org/fhir/";

    private final TestServer server = TestServer.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ValueSet/$expand?url=https://warmhandoff.org/fhir/ValueSet/asam-level&filter=outpatient+intensive&count=1&displayLanguage=en",
                "ValueSet/asam-level/$expand?filter=outpatient+intensive&count=1"
            })
    void a_value_set_is_expanded_by_url_and_by_id(String path) {
        ValueSet answer = as(ValueSet.class, server.get(path), 200);

        assertThat(answer.getUrl()).isEqualTo(OURS + "ValueSet/asam-level");
        assertThat(answer.getExpansion().getContains()).hasSize(1);
        assertThat(answer.getExpansion().getContainsFirstRep().getCode()).isEqualTo("2.1");
        assertThat(answer.getExpansion().getTotal()).isEqualTo(4);
    }

    @Test
    void a_value_set_that_is_sent_along_is_expanded_alone_or_in_parameters() {
        ValueSet sent = new ValueSet();
        sent.getCompose().addInclude().setSystem(OURS + "CodeSystem/attendance");
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("valueSet").setResource(sent);

        ValueSet alone = as(ValueSet.class, server.post("ValueSet/$expand", json(sent)), 200);
        ValueSet within = as(ValueSet.class, server.post("ValueSet/$expand", json(parameters)), 200);

        assertThat(alone.getExpansion().getContains()).isNotEmpty();
        assertThat(within.getExpansion().getTotal())
                .isEqualTo(alone.getExpansion().getTotal());
    }

    @Test
    void a_value_set_and_a_code_system_that_a_client_stored_are_used_too() {
        String url = "urn:uuid:" + UUID.randomUUID();
        server.post(
                "CodeSystem",
                "{\"resourceType\":\"CodeSystem\",\"url\":\"%s\",\"status\":\"active\",\"content\":\"complete\",\"concept\":[{\"code\":\"a\"}]}"
                        .formatted(url));
        server.post(
                "ValueSet",
                "{\"resourceType\":\"ValueSet\",\"url\":\"%s\",\"status\":\"active\",\"compose\":{\"include\":[{\"system\":\"%s\"}]}}"
                        .formatted(url, url));

        ValueSet answer = as(ValueSet.class, server.get("ValueSet/$expand?url=" + url), 200);

        assertThat(answer.getExpansion().getContainsFirstRep().getCode()).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource({
        "'ValueSet/$validate-code?url={vs}asam-level&system={cs}asam-level&code=2.1&display=Intensive+outpatient', true",
        "'ValueSet/$validate-code?url={vs}asam-level&coding={cs}asam-level|2.1', true",
        "'ValueSet/asam-level/$validate-code?system={cs}asam-level&code=2.1', true",
        "'ValueSet/asam-level/$validate-code?system={cs}asam-level&code=9.9', false",
        "'ValueSet/asam-level/$validate-code?system={cs}asam-level&code=2.1&display=Residential', false",
        "'ValueSet/drug-test/$validate-code?system=http://loinc.org&code=65750-2', true",
        "'ValueSet/drug-test/$validate-code?system=http://loinc.org&code=8310-5', false",
        "'CodeSystem/$validate-code?url={cs}asam-level&code=2.1', true",
        "'CodeSystem/$validate-code?url={cs}asam-level&code=9.9', false",
        "'CodeSystem/asam-level/$validate-code?code=2.1', true",
        "'CodeSystem/$validate-code?url=http://hl7.org/fhir/task-status&code=requested', true"
    })
    void a_code_is_validated(String path, boolean result) {
        Parameters answer = as(Parameters.class, server.get(filled(path)), 200);

        assertThat(answer.getParameterBool("result")).as(json(answer)).isEqualTo(result);
        assertThat(answer.hasParameter("message")).isEqualTo(!result);
    }

    @Test
    void a_concept_is_validated_in_the_body() {
        Parameters request = new Parameters();
        request.addParameter().setName("url").setValue(new UriType(OURS + "ValueSet/asam-level"));
        request.addParameter()
                .setName("codeableConcept")
                .setValue(new CodeableConcept()
                        .addCoding(new Coding("http://loinc.org", "8310-5", null))
                        .addCoding(new Coding(OURS + "CodeSystem/asam-level", "2.1", null)));

        Parameters answer = as(Parameters.class, server.post("ValueSet/$validate-code", json(request)), 200);

        assertThat(answer.getParameterBool("result")).isTrue();
    }

    @Test
    void a_code_is_looked_up() {
        Parameters answer = as(
                Parameters.class,
                server.get(filled("CodeSystem/$lookup?system={cs}asam-level&code=2.1&property=definition")),
                200);

        assertThat(flat(answer)).contains("display=Intensive outpatient", "version=0.1.0", "name=AsamLevelCodes");
    }

    @Test
    void a_code_of_a_system_that_is_not_shipped_is_looked_up_as_far_as_it_goes() {
        Parameters answer =
                as(Parameters.class, server.get("CodeSystem/$lookup?system=http://loinc.org&code=65750-2"), 200);

        assertThat(flat(answer)).contains("value=" + Lookup.NOT_AT_HAND);
    }

    @Test
    void subsumption_is_told() {
        Parameters answer = as(
                Parameters.class,
                server.get("CodeSystem/$subsumes?system=http://terminology.hl7.org/CodeSystem/v3-ActCode"
                        + "&codeA=_ActPrivacyLaw&codeB=42CFRPart2"),
                200);

        assertThat(flat(answer)).containsExactly("outcome=subsumes");
    }

    @ParameterizedTest
    @CsvSource({
        "'ConceptMap/$translate?url={cm}business-status-to-task-status&system={cs}referral-business-status&code=in-triage', received",
        "'ConceptMap/business-status-to-task-status/$translate?coding={cs}referral-business-status|in-triage', received",
        "'ConceptMap/$translate?system={cs}referral-business-status&code=in-triage&targetsystem=http://hl7.org/fhir/task-status', received",
        "'ConceptMap/v2-type-to-referral-kind/$translate?system={cs}referral-kind&code=step-down&reverse=true', ''"
    })
    void a_code_is_translated(String path, String code) {
        Parameters answer = as(Parameters.class, server.get(filled(path)), 200);

        assertThat(answer.getParameterBool("result")).isEqualTo(!code.isEmpty());
        assertThat(flat(answer)).filteredOn(part -> part.startsWith("concept=")).hasSize(code.isEmpty() ? 0 : 1);
        assertThat(flat(answer)).contains(code.isEmpty() ? "result=false" : "concept=" + code);
    }

    @ParameterizedTest
    @CsvSource({
        "ValueSet/$expand, 400, required, url",
        "ValueSet/$expand?url=urn:nobody-knows, 404, not-found, urn:nobody-knows",
        "ValueSet/nobody/$expand, 404, not-found, nobody",
        "ValueSet/asam-level/$expand?count=many, 400, invalid, count",
        "ValueSet/asam-level/$expand?activeOnly=perhaps, 400, invalid, activeOnly",
        "ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/observation-codes, 422, not-supported, loinc",
        "'ValueSet/$expand?url={vs}asam-level&valueSetVersion=9', 404, not-found, |9",
        "ValueSet/asam-level/$validate-code, 400, required, code",
        "ValueSet/asam-level/$validate-code?code=2.1, 400, required, system",
        "'ValueSet/asam-level/$validate-code?system=s&code=c&coding=s|c', 400, invalid, coding",
        "ValueSet/$validate-code?system=s&code=c, 400, required, url",
        "CodeSystem/$validate-code?code=c, 400, required, url",
        "CodeSystem/$validate-code?url=urn:nobody-knows&code=c, 404, not-found, urn:nobody-knows",
        "CodeSystem/$lookup?code=c, 400, required, system",
        "CodeSystem/$lookup?system=urn:nobody-knows&code=c, 404, not-found, urn:nobody-knows",
        "CodeSystem/$subsumes?system=http://loinc.org&codeA=a&codeB=b, 422, not-supported, loinc",
        "CodeSystem/$subsumes?system=http://loinc.org&codeA=a, 400, required, codeB",
        "ConceptMap/$translate, 400, required, code",
        "ConceptMap/$translate?url=urn:nobody-knows&system=s&code=c, 404, not-found, urn:nobody-knows"
    })
    void what_cannot_be_answered_is_refused_with_an_outcome(String path, int status, String code, String word) {
        OperationOutcome outcome = as(OperationOutcome.class, server.get(filled(path)), status);

        assertThat(outcome.getIssueFirstRep().getCode().toCode()).isEqualTo(code);
        assertThat(outcome.getIssueFirstRep().getDiagnostics()).contains(word);
    }

    @Test
    void the_capability_statement_names_each_operation_once_and_the_requirements_it_meets() {
        CapabilityStatement statement = as(CapabilityStatement.class, server.get("metadata"), 200);

        assertThat(operations(statement, "ValueSet"))
                .contains("expand", "validate-code")
                .doesNotHaveDuplicates();
        assertThat(operations(statement, "CodeSystem"))
                .contains("lookup", "validate-code", "subsumes")
                .doesNotHaveDuplicates();
        assertThat(operations(statement, "ConceptMap")).contains("translate").doesNotHaveDuplicates();
        assertThat(statement.getInstantiates())
                .extracting(Object::toString)
                .anyMatch(url -> url.contains(OURS + "CapabilityStatement/warmhandoff-server"));
    }

    private static List<String> operations(CapabilityStatement statement, String type) {
        return statement.getRestFirstRep().getResource().stream()
                .filter(resource -> resource.getType().equals(type))
                .flatMap(resource -> resource.getOperation().stream())
                .map(operation -> operation.getName())
                .toList();
    }

    private static List<String> flat(Parameters answer) {
        return answer.getParameter().stream().flatMap(FlatParts::of).collect(Collectors.toList());
    }

    private static String filled(String path) {
        return path.replace("{vs}", OURS + "ValueSet/")
                .replace("{cs}", OURS + "CodeSystem/")
                .replace("{cm}", OURS + "ConceptMap/")
                .replace("|", URLEncoder.encode("|", StandardCharsets.UTF_8));
    }

    private static <T extends IBaseResource> T as(Class<T> type, HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return FhirContext.forR4Cached().newJsonParser().parseResource(type, answer.body());
    }

    private static String json(IBaseResource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }
}
