package org.warmhandoff.server.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.warmhandoff.server.export.ExportFixture.condition;
import static org.warmhandoff.server.export.ExportFixture.coverage;
import static org.warmhandoff.server.export.ExportFixture.encounter;
import static org.warmhandoff.server.export.ExportFixture.episode;
import static org.warmhandoff.server.export.ExportFixture.organization;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coverage.CoverageStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.warmhandoff.server.Patients;
import org.warmhandoff.server.TestServer;

/** A payer pulls the data of its members, on the real server. */
class GroupExportTest {

    private static final String ACME = "Group/acme-health/$export";

    private final ExportFixture fixture = new ExportFixture();
    private final TestServer server = fixture.server;

    @Test
    void a_payer_gets_what_is_its_members_and_nothing_else() {
        String member = fixture.patient();
        String stranger = fixture.patient();
        String session = fixture.create(encounter(fixture.create(ExportFixture.cohort(member, stranger))));
        Encounter attendance = encounter(member).setPartOf(new Reference(session));
        List<String> released = List.of(
                member,
                fixture.create(coverage(member, organization("acme-health"))),
                fixture.create(episode(member)),
                fixture.create(condition(member)),
                fixture.create(attendance));
        List<String> kept = List.of(
                stranger,
                session,
                fixture.create(coverage(member, organization("beta-health"))),
                fixture.create(coverage(stranger, organization("beta-health"))),
                fixture.create(episode(stranger)),
                fixture.create(condition(stranger)),
                fixture.create(encounter(stranger).setPartOf(new Reference(session))));
        fixture.awaitMember("acme-health", member);
        fixture.awaitMember("beta-health", stranger);

        String status = fixture.start(ACME + "?_type=Encounter,EpisodeOfCare,Coverage,Condition,Patient");
        assertThat(status).startsWith(server.fhirBase() + "/$export-poll-status?_jobId=");
        JsonNode manifest = fixture.manifest(status);
        List<JsonNode> exported = fixture.download(manifest);

        assertThat(exported).extracting(ExportFixture::id).containsAll(released).doesNotContainAnyElementsOf(kept);
        assertThat(exported.toString()).doesNotContain(session);
        assertThat(manifest.path("output").toString()).contains("\"url\":\"" + server.fhirBase() + "/Binary/");
        assertThat(manifest.path("request").asText()).contains(ACME);
    }

    @Test
    void only_the_types_that_were_asked_for_come_and_all_five_when_none_was() {
        String member = member();
        fixture.create(condition(member));
        assertThat(types(ACME + "?_type=Patient")).containsExactly("Patient");
        assertThat(types(ACME))
                .contains("Patient", "Coverage", "Condition")
                .isSubsetOf("Patient", "Coverage", "Condition", "Encounter", "EpisodeOfCare");
    }

    @Test
    void who_is_not_covered_any_more_is_not_in_the_next_export() {
        String patient = fixture.patient();
        String coverage = fixture.create(coverage(patient, organization("acme-health")));
        member();
        fixture.awaitMember("acme-health", patient);
        fixture.update(coverage, coverage(patient, organization("acme-health")).setStatus(CoverageStatus.CANCELLED));
        fixture.awaitNoMember("acme-health", patient);
        List<JsonNode> exported = fixture.download(fixture.manifest(fixture.start(ACME)));
        assertThat(exported).isNotEmpty();
        assertThat(exported.toString()).doesNotContain(patient);
    }

    @ParameterizedTest
    @CsvSource({
        "$export, 400",
        "Patient/$export, 400",
        "Group/nobody/$export, 404",
        "Group/mercy/$export, 404",
        "Group/acme-health/$export?_type=Task, 400",
        "Group/acme-health/$export?_type=Patient&_type=Group, 400",
        "'Group/acme-health/$export?_type=Consent,Provenance', 400",
        "Group/acme-health/$export?_typeFilter=Encounter%3Fstatus%3Dfinished, 400",
        "Group/acme-health/$export?includeHistory=true, 400",
        "$export-poll-status?_jobId=nothing, 404",
        "$export-poll-status, 400"
    })
    void what_is_not_offered_is_refused_with_an_outcome(String path, int status) {
        HttpResponse<String> answer = server.get(path, "Prefer", "respond-async");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(ExportFixture.json(answer.body()).path("resourceType").asText())
                .isEqualTo("OperationOutcome");
    }

    @Test
    void the_group_of_a_cohort_is_not_exported_and_not_told_from_one_that_is_absent() {
        String cohort = fixture.create(ExportFixture.cohort(fixture.patient()));
        HttpResponse<String> answer = server.get(cohort + "/$export", "Prefer", "respond-async");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo(server.get("Group/nobody/$export", "Prefer", "respond-async")
                        .body());
    }

    @Test
    void an_export_without_respond_async_is_refused() {
        assertThat(server.get(ACME).statusCode()).isEqualTo(400);
    }

    @Test
    void a_deleted_export_leaves_neither_status_nor_files() {
        member();
        String status = fixture.start(ACME + "?_type=Patient");
        String file =
                fixture.manifest(status).path("output").path(0).path("url").asText();
        assertThat(server.get(file).statusCode()).isEqualTo(200);

        assertThat(server.delete(status).statusCode()).isEqualTo(202);

        assertThat(server.get(status).statusCode()).isEqualTo(404);
        assertThat(server.get(file).statusCode()).isEqualTo(404);
        assertThat(server.get(file + "/_history/1").statusCode()).isEqualTo(404);
        assertThat(server.delete(status).statusCode()).isEqualTo(404);
    }

    @Test
    void an_export_under_way_can_be_stopped() {
        member();
        String status = fixture.start(ACME);
        assertThat(server.delete(status).statusCode()).isEqualTo(202);
        assertThat(server.get(status).statusCode()).isEqualTo(404);
    }

    @Test
    void what_a_member_has_not_consented_to_stays_and_what_goes_is_reduced_and_accounted() {
        String member = fixture.patient();
        String silent = fixture.create(Patients.named("Silent"));
        for (String patient : List.of(member, silent)) {
            fixture.create(coverage(patient, organization("acme-health")));
            fixture.awaitMember("acme-health", patient);
        }
        String attended = fixture.create(encounter(member));

        List<JsonNode> exported = fixture.download(fixture.manifest(fixture.start(ACME + "?_type=Patient,Encounter")));

        assertThat(exported)
                .extracting(ExportFixture::id)
                .contains(member, attended)
                .doesNotContain(silent);
        assertThat(exported).allMatch(record -> record.toString().contains("REDACTED"));
        assertThat(server.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select count(*) from warmhandoff.ledger_entry where organisation = 'acme-health' and canonical like ?",
                                Long.class,
                                "%" + attended + "%"))
                .isPositive();
    }

    @Test
    void exports_are_cleared_away_some_time_after_their_end() {
        member();
        ExportJobs jobs = server.bean(ExportJobs.class);
        String done = fixture.start(ACME + "?_type=Patient");
        String file = fixture.manifest(done).path("output").path(0).path("url").asText();
        String stopped = fixture.start(ACME);
        server.delete(stopped);
        await().atMost(Duration.ofSeconds(60)).until(() -> !jobs.anyRunning());

        new ExportCleanup(jobs, Clock.systemUTC()).run();
        assertThat(server.get(done).statusCode()).isEqualTo(200);

        new ExportCleanup(jobs, Clock.offset(Clock.systemUTC(), Duration.ofHours(2))).run();
        assertThat(server.get(done).statusCode()).isEqualTo(404);
        assertThat(server.get(file).statusCode()).isEqualTo(404);
        assertThat(jobs.find(stopped.substring(stopped.indexOf('=') + 1))).isEmpty();
    }

    private String member() {
        String member = fixture.patient();
        fixture.create(coverage(member, organization("acme-health")));
        fixture.awaitMember("acme-health", member);
        return member;
    }

    private Set<String> types(String export) {
        return fixture.download(fixture.manifest(fixture.start(export))).stream()
                .map(resource -> resource.path("resourceType").asText())
                .collect(Collectors.toSet());
    }
}
