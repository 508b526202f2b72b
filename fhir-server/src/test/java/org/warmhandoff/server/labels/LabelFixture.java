package org.warmhandoff.server.labels;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.warmhandoff.server.Patients;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.storage.ResourceStore;

/** Writes by HTTP on the real server, and what became of them. */
final class LabelFixture {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    final TestServer server = TestServer.shared();

    String patient() {
        return create(Patients.named("Labelled"));
    }

    /** {@code Type/id} of what was created. */
    String create(Resource resource) {
        return create(resource.fhirType(), FHIR.newJsonParser().encodeResourceToString(resource));
    }

    String create(String type, String json) {
        HttpResponse<String> answer = server.post(type, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        IdType location = new IdType(answer.headers().firstValue("Location").orElseThrow());
        return location.getResourceType() + "/" + location.getIdPart();
    }

    HttpResponse<String> update(Resource resource, String... headers) {
        return server.put(
                resource.fhirType() + "/" + resource.getIdElement().getIdPart(),
                FHIR.newJsonParser().encodeResourceToString(resource),
                headers);
    }

    Resource read(String id) {
        HttpResponse<String> answer = server.get(id, "Accept", "application/fhir+json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return (Resource) FHIR.newJsonParser().parseResource(answer.body());
    }

    /** As it is stored: notes are shown to nobody but their authors. */
    Resource stored(String id) {
        return store().read(new IdType(id)).orElseThrow();
    }

    /** Codes of the labels, as others see them. */
    Set<String> labels(String id) {
        return labels(read(id));
    }

    static Set<String> labels(Resource resource) {
        return resource.getMeta().getSecurity().stream().map(Coding::getCode).collect(Collectors.toSet());
    }

    ResourceStore store() {
        return server.bean(ResourceStore.class);
    }

    JdbcTemplate jdbc() {
        return server.bean(JdbcTemplate.class);
    }

    /** How many stored versions of anything hold a text. */
    int versionsWith(String text) {
        return Objects.requireNonNull(jdbc().queryForObject(
                        "select count(*) from hfj_res_ver where res_text_vc like ?", Integer.class, "%" + text + "%"));
    }

    void passOn() {
        server.bean(LabelPropagation.class).run();
    }

    /** A provider of one bean, or of none. */
    static <T> ObjectProvider<T> provider(Class<T> type, T... beans) {
        StaticListableBeanFactory factory = new StaticListableBeanFactory();
        for (T bean : beans) {
            factory.addBean("one", bean);
        }
        return factory.getBeanProvider(type);
    }
}
