package org.warmhandoff.server.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.consent.CourtOrderEntry.Written;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.part2.Actor;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.Decision;
import org.warmhandoff.server.part2.DecisionEngine;
import org.warmhandoff.server.part2.Label;
import org.warmhandoff.server.part2.Policy;
import org.warmhandoff.server.part2.Purpose;
import org.warmhandoff.server.part2.Question;
import org.warmhandoff.server.part2.RecordFacts;
import org.warmhandoff.server.part2.RecordKind;
import org.warmhandoff.server.part2.Standing;
import org.warmhandoff.server.patient.Survivors;
import org.warmhandoff.server.storage.ResourceIndex;
import org.warmhandoff.server.storage.ResourceStore;

/** Records that go without a consent: on a court's order, or in an emergency. */
class OpenedByOthersTest {

    private static final Caller OFFICER = Callers.user("olga", Role.PRIVACY_OFFICER);
    private static final StringType SAID = new StringType("Ed Ward");
    private static final DecisionEngine ENGINE = new DecisionEngine(Policy.load("policy-1"));

    private final TestServer server = TestServer.shared();
    private final ResourceStore store = server.bean(ResourceStore.class);
    private final String patient = new SignedConsents(server).patient();

    @Test
    void an_order_opens_what_it_lists_once_a_privacy_officer_and_another_approved_it() {
        String listed = encounter();
        OrderToDisclose order = controller(Callers.STAFF).enter(written(listed, document(), "2.64"));
        assertThat(opens(listed)).isFalse();

        controller(Callers.STAFF).approve(order.id());
        controller(Callers.STAFF).approve(order.id());
        assertThat(opens(listed)).as("staff client twice").isFalse();
        controller(OFFICER).approve(order.id());

        assertThat(opens(listed)).isTrue();
        assertThat(opens(encounter())).as("not listed").isFalse();
        assertThat(controller(Callers.STAFF).show(order.id()).approvals()).hasSize(2);
        controller(Callers.STAFF).withdraw(order.id());
        assertThat(opens(listed)).as("withdrawn").isFalse();
        assertThatThrownBy(() -> controller(OFFICER).approve(order.id())).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void one_officer_two_others_or_no_subpoena_open_nothing() {
        String record = encounter();
        OrderToDisclose alone = controller(OFFICER).enter(written(record, document(), "2.64"));
        controller(OFFICER).approve(alone.id());
        OrderToDisclose lay = controller(OFFICER).enter(written(record, document(), "2.65"));
        controller(Callers.STAFF).approve(lay.id());
        controller(Callers.user("tom", Role.THERAPIST)).approve(lay.id());
        OrderToDisclose bare = controller(OFFICER).enter(written(record, null, "2.66"));
        OrderToDisclose uncited = controller(OFFICER).enter(written(record, document(), null));
        for (OrderToDisclose order : List.of(bare, uncited)) {
            controller(OFFICER).approve(order.id());
            controller(Callers.user("tom", Role.THERAPIST)).approve(order.id());
        }

        assertThat(opens(record)).isFalse();
    }

    @Test
    void orders_and_emergencies_are_worked_on_beside_fhir() {
        String admin = server.fhirBase().replaceFirst("/fhir$", "/admin");
        OrderToDisclose order = controller(Callers.STAFF).enter(written(encounter(), document(), "2.64"));

        assertThat(server.get(admin + "/court-orders?patient=" + patient).body())
                .contains(order.id().toString(), "county-court");
        assertThat(server.upload("/admin/court-orders/" + order.id() + "/approve", new byte[0])
                        .statusCode())
                .isEqualTo(200);
        assertThat(controller(Callers.STAFF).show(order.id()).approvals())
                .extracting(OrderToDisclose.Approval::person, OrderToDisclose.Approval::privacyOfficer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("staff", false));
        assertThat(server.upload("/admin/court-orders/" + UUID.randomUUID() + "/withdraw", new byte[0])
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.upload("/admin/court-orders/nothing/approve", new byte[0])
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.upload(
                                "/admin/court-orders",
                                "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                "Content-Type",
                                "application/json")
                        .statusCode())
                .isEqualTo(422);
        assertThat(server.get(admin + "/emergency-access?open=false").statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_order_names_what_is_here() {
        String record = encounter();
        assertThatThrownBy(() -> controller(Callers.STAFF).enter(written("Encounter/nowhere", document(), "2.67")))
                .isInstanceOf(UnprocessableEntityException.class)
                .hasMessageContaining("each item")
                .hasMessageContaining("section");
        assertThatThrownBy(() -> controller(Callers.STAFF)
                        .enter(new Written(null, null, null, null, null, null, null, null, null)))
                .hasMessageContaining("patient")
                .hasMessageContaining("recipient")
                .hasMessageContaining("order")
                .hasMessageContaining("items");
        String foreign = "Patient/" + new SignedConsents(server).patient();
        assertThatThrownBy(() -> controller(Callers.STAFF).enter(written(foreign, document(), "2.64")))
                .hasMessage("each item must be of the patient");
        assertThatThrownBy(() -> controller(Callers.partner("mercy")).enter(written(record, null, null)))
                .isInstanceOf(ForbiddenOperationException.class);
    }

    @Test
    void an_attested_emergency_opens_the_record_for_a_day_and_the_officer_hears_of_it() {
        Parameters answer = emergency(Callers.partner("mercy")).grant(id(), SAID, SAID, SAID, null);

        UUID granted = UUID.fromString(answer.getParameter().get(0).getValue().primitiveValue());
        assertThat(emergencyOpens("mercy", Instant.now())).isTrue();
        assertThat(emergencyOpens("harbor", Instant.now())).isFalse();
        assertThat(emergencyOpens("mercy", Instant.now().plus(Duration.ofHours(24))))
                .isFalse();
        assertThat(reviews(OFFICER).list(true)).extracting(EmergencyAccess::id).contains(granted);
        assertThat(work(granted).getStatus()).isEqualTo(Task.TaskStatus.REQUESTED);
        assertThat(work(granted).getRestriction().getPeriod().getEnd())
                .isBeforeOrEqualTo(java.util.Date.from(Instant.now().plus(Duration.ofHours(24))));
        assertThat(server.bean(JdbcClient.class)
                        .sql("select subject || partner || code from warmhandoff.alert where kind = 'emergency-access'")
                        .query(String.class)
                        .list())
                .contains("emergency/" + granted + "mercyreview-due");

        reviews(OFFICER).review(granted);
        assertThat(work(granted).getStatus()).isEqualTo(Task.TaskStatus.COMPLETED);
        assertThat(reviews(OFFICER).list(true)).extracting(EmergencyAccess::id).doesNotContain(granted);
        assertThatThrownBy(() -> reviews(OFFICER).review(granted)).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> reviews(Callers.user("tom", Role.THERAPIST)).list(true))
                .isInstanceOf(ForbiddenOperationException.class);
    }

    @Test
    void only_who_treats_attests_and_completely() {
        EmergencyOperation byStaff = emergency(Callers.STAFF);

        assertThatThrownBy(() -> emergency(Callers.partner("acme-health")).grant(id(), SAID, SAID, SAID, null))
                .isInstanceOf(ForbiddenOperationException.class);
        assertThatThrownBy(() -> emergency(Callers.partner("nobody")).grant(id(), SAID, SAID, SAID, null))
                .isInstanceOf(ForbiddenOperationException.class);
        assertThatThrownBy(() -> byStaff.grant(id(), SAID, SAID, SAID, null))
                .isInstanceOf(UnprocessableEntityException.class);
        assertThatThrownBy(() -> byStaff.grant(id(), SAID, SAID, new StringType(" "), Asked.partner("mercy")))
                .isInstanceOf(UnprocessableEntityException.class)
                .hasMessageContaining("nature");
        assertThatThrownBy(() -> byStaff.grant(new IdType("Patient/none"), SAID, SAID, SAID, Asked.partner("mercy")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(emergencyOpens("mercy", Instant.now())).isFalse();
        byStaff.grant(id(), SAID, SAID, SAID, new Reference("Organization/harbor"));
        assertThat(emergencyOpens("harbor", Instant.now())).isTrue();
        assertThat(server.post("Patient/" + patient + "/$emergency-access", "{\"resourceType\":\"Parameters\"}")
                        .statusCode())
                .as("staff for no organization")
                .isEqualTo(422);
    }

    private IdType id() {
        return new IdType("Patient", patient);
    }

    private Task work(UUID access) {
        return server.bean(ResourceIndex.class).referrers("Patient", patient).stream()
                .filter(id -> id.getResourceType().equals("Task"))
                .map(id -> (Task) store.read(id).orElseThrow())
                .filter(task -> task.getIdentifierFirstRep().getValue().endsWith(access.toString()))
                .findFirst()
                .orElseThrow();
    }

    private boolean emergencyOpens(String organisation, Instant at) {
        Question question = new Question(
                actor(ActorKind.EMERGENCY_PROVIDER, organisation),
                Purpose.ETREAT,
                record("Encounter/1"),
                List.of(),
                List.of(),
                server.bean(EmergencyAccesses.class)
                        .latest(patient, organisation)
                        .orElse(null),
                at);
        return ENGINE.decide(question) instanceof Decision.Permit;
    }

    private boolean opens(String record) {
        Question question = new Question(
                actor(ActorKind.COURT_ORDER, "county-court"),
                Purpose.HLEGAL,
                record(record),
                List.of(),
                server.bean(CourtOrders.class).of(patient),
                null,
                Instant.now());
        return ENGINE.decide(question) instanceof Decision.Permit;
    }

    private RecordFacts record(String reference) {
        return new RecordFacts(reference, patient, RecordKind.ENCOUNTER, java.util.Set.of(Label.PART2));
    }

    private static Actor actor(ActorKind kind, String organisation) {
        return new Actor(kind, organisation, null, java.util.Set.of(Standing.IDENTIFIED));
    }

    private Written written(String item, String subpoena, String section) {
        return new Written(
                "Patient/" + patient,
                "county-court",
                section,
                false,
                document(),
                subpoena,
                List.of(item),
                Instant.now().minusSeconds(60),
                null);
    }

    private String document() {
        DocumentReference scan = new DocumentReference();
        scan.addContent().getAttachment().setContentType("application/pdf").setTitle("Scan");
        scan.setStatus(Enumerations.DocumentReferenceStatus.CURRENT).setSubject(new Reference("Patient/" + patient));
        return store.create(scan);
    }

    private String encounter() {
        Encounter encounter = new Encounter();
        encounter
                .setStatus(Encounter.EncounterStatus.FINISHED)
                .setClass_(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", null))
                .setSubject(new Reference("Patient/" + patient));
        return store.create(encounter);
    }

    private CourtOrderController controller(Caller caller) {
        return new CourtOrderController(
                server.bean(CourtOrders.class), server.bean(CourtOrderEntry.class), Callers.workforce(caller));
    }

    private EmergencyController reviews(Caller caller) {
        return new EmergencyController(server.bean(EmergencyAccesses.class), Callers.workforce(caller));
    }

    private EmergencyOperation emergency(Caller caller) {
        return new EmergencyOperation(
                server.bean(EmergencyAccesses.class),
                server.bean(Survivors.class),
                server.bean(PartnerDirectory.class),
                Callers.workforce(caller));
    }
}
