package org.warmhandoff.server.terminology.guide;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.server.TestServer;

/** The definitions of the guide, read and searched on the real server beside what clients stored. */
class GuideReadHttpTest {

    private static final String OURS = "https://warmhandoff.org/fhir/";

    private final TestServer server = TestServer.shared();

    static Stream<String> types() {
        return Stream.of(
                "CapabilityStatement",
                "CodeSystem",
                "ConceptMap",
                "ImplementationGuide",
                "OperationDefinition",
                "PlanDefinition",
                "SearchParameter",
                "StructureDefinition",
                "ValueSet");
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_definition_is_read_by_id_and_found_by_url(String type) {
        List<MetadataResource> definitions =
                new GuideDefinitions(FhirContext.forR4Cached()).ofType(type).toList();

        assertThat(definitions).isNotEmpty();
        for (MetadataResource definition : definitions) {
            String id = definition.getIdElement().getIdPart();
            MetadataResource read = (MetadataResource) parsed(server.get(type + "/" + id), 200);
            assertThat(read.getUrl()).isEqualTo(definition.getUrl());
            if (!type.equals("SearchParameter")) {
                Bundle found = (Bundle) parsed(server.get(type + "?url=" + definition.getUrl()), 200);
                assertThat(found.getTotal()).isEqualTo(1);
                assertThat(ids(found)).containsExactly(id);
                assertThat(found.getEntryFirstRep().getFullUrl()).isEqualTo(server.fhirBase() + "/" + type + "/" + id);
            }
        }
    }

    @Test
    void a_stored_definition_is_found_after_those_of_the_guide_and_by_its_own_url() {
        String url = "urn:uuid:" + UUID.randomUUID();
        String id = store("ValueSet", url);

        assertThat(ids(found("ValueSet?url=" + url))).containsExactly(id);
        assertThat(parsed(server.get("ValueSet/" + id), 200)).isInstanceOf(MetadataResource.class);
        List<String> all = pages("ValueSet?_count=40");
        assertThat(all).contains(id, "asam-level").doesNotHaveDuplicates();
        assertThat(all.indexOf(id)).isGreaterThan(all.indexOf("uds-validity"));
        assertThat(ids(found("ValueSet?_id=asam-level," + id))).containsExactly("asam-level", id);
        assertThat(found("ValueSet?_summary=count").getTotal()).isGreaterThan(50);
    }

    @Test
    void formats_and_summaries_work_as_for_any_resource() {
        assertThat(server.get("ValueSet/asam-level?_format=xml").body()).startsWith("<ValueSet");
        assertThat(server.get("CodeSystem/asam-level?_summary=true").body()).contains("SUBSETTED");
        assertThat(server.get("CodeSystem/asam-level").body()).doesNotContain("SUBSETTED");
    }

    @Test
    void an_unknown_id_and_an_unknown_parameter_are_told() {
        parsed(server.get("ValueSet/no-such-id"), 404);
        parsed(server.get("ValueSet?favourite-colour=blue"), 400);
        assertThat(found("ValueSet?url=urn:nobody-knows").getTotal()).isZero();
    }

    @Test
    void an_operation_definition_that_the_server_makes_itself_is_still_read() {
        assertThat(parsed(server.get("OperationDefinition/Group-i-export"), 200).fhirType())
                .isEqualTo("OperationDefinition");
    }

    @Test
    void a_batch_reads_the_guide() {
        Bundle batch = new Bundle().setType(Bundle.BundleType.BATCH);
        batch.addEntry().getRequest().setMethod(Bundle.HTTPVerb.GET).setUrl("ValueSet/asam-level");
        batch.addEntry()
                .getRequest()
                .setMethod(Bundle.HTTPVerb.GET)
                .setUrl("ValueSet?url=" + OURS + "ValueSet/asam-level");

        Bundle answer = (Bundle) parsed(server.post("", json(batch)), 200);

        assertThat(answer.getEntry().get(0).getResource().getIdElement().getIdPart())
                .isEqualTo("asam-level");
        assertThat(ids((Bundle) answer.getEntry().get(1).getResource())).containsExactly("asam-level");
    }

    @Test
    void writing_to_an_id_of_the_guide_is_not_allowed() {
        assertRefused(server.put("ValueSet/asam-level", valueSetWithId("urn:mine")), 405);
        assertRefused(server.delete("ValueSet/asam-level"), 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asam-level", "no-such-value-set-yet"})
    void writing_to_a_url_of_the_guide_is_refused_and_no_other(String id) {
        HttpResponse<String> answer = server.post("ValueSet", valueSet(OURS + "ValueSet/" + id));

        if (id.equals("asam-level")) {
            assertRefused(answer, 422);
        } else {
            assertThat(answer.statusCode()).isEqualTo(201);
        }
    }

    @Test
    void a_transaction_cannot_write_to_the_guide_either() {
        for (Bundle.HTTPVerb verb : List.of(Bundle.HTTPVerb.PUT, Bundle.HTTPVerb.DELETE)) {
            Bundle transaction = new Bundle().setType(Bundle.BundleType.TRANSACTION);
            Bundle.BundleEntryComponent entry = transaction.addEntry();
            entry.getRequest().setMethod(verb).setUrl("ValueSet/asam-level");
            if (verb == Bundle.HTTPVerb.PUT) {
                entry.setResource(parse(valueSetWithId("urn:mine")));
            }

            assertRefused(server.post("", json(transaction)), 422);
        }
    }

    private static void assertRefused(HttpResponse<String> answer, int status) {
        OperationOutcome outcome = (OperationOutcome) parsed(answer, status);
        assertThat(outcome.getIssueFirstRep().getDiagnostics()).contains("implementation guide", "read-only");
    }

    private String store(String type, String url) {
        HttpResponse<String> answer = server.post(type, valueSet(url));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return parse(answer.body()).getIdElement().getIdPart();
    }

    private static String valueSet(String url) {
        return "{\"resourceType\":\"ValueSet\",\"url\":\"%s\",\"status\":\"draft\"}".formatted(url);
    }

    private static String valueSetWithId(String url) {
        return "{\"resourceType\":\"ValueSet\",\"id\":\"asam-level\",\"url\":\"%s\",\"status\":\"draft\"}"
                .formatted(url);
    }

    private Bundle found(String search) {
        return (Bundle) parsed(server.get(search), 200);
    }

    /** The ids on all pages. */
    private List<String> pages(String search) {
        Stream.Builder<String> all = Stream.builder();
        String next = search;
        while (next != null) {
            Bundle page = found(next);
            ids(page).forEach(all::add);
            next = page.getLink("next") == null ? null : page.getLink("next").getUrl();
        }
        return all.build().toList();
    }

    private static List<String> ids(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    private static Resource parsed(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return parse(answer.body());
    }

    private static Resource parse(String json) {
        return (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(json);
    }

    private static String json(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }
}
