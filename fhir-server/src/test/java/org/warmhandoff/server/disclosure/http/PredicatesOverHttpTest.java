package org.warmhandoff.server.disclosure.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.storage.ResourceStore;

/** What is withheld of a record is no predicate: a search for it neither finds nor loses anything. */
class PredicatesOverHttpTest {

    private static GatedServer server;

    @BeforeAll
    static void shut() {
        server = new GatedServer();
    }

    @AfterAll
    static void open() {
        server.close();
    }

    /** A referral by Mercy to a programme under 42 CFR Part 2, without a consent to tell Mercy what becomes of it. */
    private static Task referral(Task.TaskStatus status, String state) {
        String patient = server.patient("42CFRPart2");
        ResourceStore store = server.server.bean(ResourceStore.class);
        ServiceRequest order = new ServiceRequest()
                .setStatus(ServiceRequest.ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequest.ServiceRequestIntent.ORDER)
                .setSubject(new Reference("Patient/" + patient))
                .setRequester(new Reference("Organization/mercy"));
        String request = store.create(GatedServer.label(order, "42CFRPart2"));
        Task task = new Task()
                .setStatus(status)
                .setIntent(Task.TaskIntent.ORDER)
                .setBusinessStatus(new CodeableConcept(new Coding(CodeSystems.BUSINESS_STATUS, state, null)))
                .setFocus(new Reference(request))
                .setFor(new Reference("Patient/" + patient))
                .setRequester(new Reference("Organization/mercy"))
                .setOwner(new Reference("Organization/sunrise"))
                .setLastModified(Date.from(Instant.parse("2026-11-02T10:00:00Z")));
        String id = new IdType(store.create(GatedServer.label(task, "42CFRPart2"))).getIdPart();
        server.refer("mercy", patient, id);
        task.setId(id);
        return task;
    }

    private static List<String> found(String query) {
        return GatedServer.ids(server.search("mercy", query), "Task");
    }

    @Test
    void a_state_that_is_not_told_is_not_found_by() {
        Task accepted = referral(Task.TaskStatus.ACCEPTED, "accepted");
        Task waiting = referral(Task.TaskStatus.REQUESTED, "delivered");
        for (Task task : List.of(accepted, waiting)) {
            String id = task.getIdElement().getIdPart();
            String patient = task.getFor().getReference();
            assertThat(server.get("mercy", "Task/" + id).body())
                    .contains("\"status\":\"received\"")
                    .doesNotContain("accepted");
            for (String one : List.of("_id=" + id, "patient=" + patient)) {
                assertThat(found("Task?" + one)).containsExactly(id);
                assertThat(found("Task?" + one + "&status=received")).containsExactly(id);
                assertThat(found("Task?" + one + "&status=received,accepted")).containsExactly(id);
                assertThat(found("Task?" + one + "&business-status=delivered")).containsExactly(id);
                assertThat(found("Task?" + one + "&status=accepted")).isEmpty();
                assertThat(found("Task?" + one + "&business-status=accepted")).isEmpty();
                assertThat(found("Task?" + one + "&status:not=accepted")).isEmpty();
                assertThat(found("Task?" + one + "&status:not=received")).isEmpty();
                assertThat(found("Task?" + one + "&modified=ge2026-11-01")).isEmpty();
                assertThat(found("Task?" + one + "&modified=lt2026-11-01")).isEmpty();
                assertThat(found("Task?" + one + "&_lastUpdated=ge2020-01-01")).isEmpty();
            }
        }
    }

    @Test
    void what_is_shown_whole_is_found_as_ever() {
        String marker = UUID.randomUUID().toString();
        String patient = server.patient();
        server.refer("mercy", patient, UUID.randomUUID().toString());
        String encounter = server.create(server.encounter(patient, marker));
        String query = "Encounter?identifier=urn:test:gate%7C" + marker;
        for (String more : List.of("", "&status=finished", "&status:not=planned", "&_lastUpdated=ge2020-01-01")) {
            assertThat(GatedServer.ids(server.search("mercy", query + more), "Encounter"))
                    .as(more)
                    .containsExactly(encounter);
        }
        assertThat(GatedServer.ids(server.search("mercy", query + "&status=planned"), "Encounter"))
                .isEmpty();
    }

    @Test
    void the_order_of_hits_does_not_tell_what_is_withheld_of_them() {
        List<String> referrals = new ArrayList<>();
        for (String state : List.of("accepted", "delivered", "declined")) {
            Task.TaskStatus status = state.equals("delivered") ? Task.TaskStatus.REQUESTED : Task.TaskStatus.ACCEPTED;
            referrals.add(referral(status, state).getIdElement().getIdPart());
        }
        String all = "Task?_id=" + String.join(",", referrals);
        for (String sort :
                List.of("_lastUpdated", "-_lastUpdated", "business-status", "-business-status", "modified")) {
            assertThat(found(all + "&_sort=" + sort)).as(sort).isEqualTo(referrals);
            assertThat(found(all + "&_sort=" + sort + "&_count=1")).as(sort).isEqualTo(referrals.subList(0, 1));
            assertThat(found(all + "&_sort=" + sort + "&_count=1&_offset=2"))
                    .as(sort)
                    .isEqualTo(referrals.subList(2, 3));
        }
    }

    @Test
    void what_is_shown_whole_is_sorted_as_ever() {
        String marker = UUID.randomUUID().toString();
        String patient = server.patient();
        server.refer("mercy", patient, UUID.randomUUID().toString());
        String first = server.create(server.encounter(patient, marker));
        String second = server.create(server.encounter(patient, marker));
        String query = "Encounter?identifier=urn:test:gate%7C" + marker;
        assertThat(GatedServer.ids(server.search("mercy", query + "&_sort=_lastUpdated"), "Encounter"))
                .containsExactly(first, second);
        assertThat(GatedServer.ids(server.search("mercy", query + "&_sort=-_lastUpdated"), "Encounter"))
                .containsExactly(second, first);
        assertThat(GatedServer.ids(server.search("mercy", query + "&_sort=-_lastUpdated&_count=1"), "Encounter"))
                .containsExactly(second);
    }
}
