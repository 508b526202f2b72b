package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.FhirResponse;
import org.warmhandoff.tests.harness.Fixture;
import org.warmhandoff.tests.harness.GravityPush;
import org.warmhandoff.tests.harness.HookPeer;
import org.warmhandoff.tests.harness.HookPeer.Notification;
import org.warmhandoff.tests.harness.MllpClient;
import org.warmhandoff.tests.harness.MllpPeer;
import org.warmhandoff.tests.harness.PartnerEntries;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.Push;
import org.warmhandoff.tests.harness.RunningServer;
import org.warmhandoff.tests.harness.ServerSetup;
import org.warmhandoff.tests.harness.Staff;

/** Partners subscribe to the status of their referrals and hear of it by ids alone. */
class SubscriptionJourneyTest {

    private static final MllpPeer MERCY = new MllpPeer();
    private static final HookPeer HOOK = new HookPeer();
    private static final HookPeer GROVE = new HookPeer();
    private static RunningServer server;

    @BeforeAll
    static void start() {
        String partners = PartnerEntries.none()
                .with(PartnerEntries.hospital("mercy", "EPIC", "MERCYHOSP", MERCY.address()))
                .with(PartnerEntries.programme("sunrise"))
                .with(PartnerEntries.payer("acme-health", "PAY01"))
                .with(PartnerEntries.polling("creek"))
                .with(PartnerEntries.taskExchange("grove", GROVE.address("grove")))
                .with(PartnerEntries.court("county-court", "sftp://127.0.0.1:1/outgoing"))
                .yaml();
        server = RunningServer.start(ServerSetup.fresh("subscriptions", partners)
                .with("warmhandoff.delivery.retry.initial", "200ms")
                .with("warmhandoff.delivery.retry.max", "1s")
                .with("warmhandoff.subscriptions.allowed-hosts", HOOK.authority()));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        MERCY.close();
        HOOK.close();
        GROVE.close();
    }

    @BeforeEach
    void answerAll() {
        HOOK.answers(notification -> 200);
    }

    @Test
    void a_subscriber_hears_of_each_step_in_order_by_ids_alone() {
        String id = subscribe("steps", "Task?requester=Organization/mercy&status=received,accepted,on-hold");
        Notification handshake = HOOK.taken("steps").get(0);
        assertThat(handshake.type()).isEqualTo("handshake");
        assertThat(handshake.bundle().getType()).isEqualTo(Bundle.BundleType.HISTORY);
        Push push = refer();
        Task task = staff().finds(push.placer(), "delivered");
        staff().move(task, "claim");
        staff().move(task, Staff.event("request-info", "Which dose?"));

        List<Notification> events = awaitEvents("steps", task, 3);

        assertThat(numbers("steps")).isEqualTo(range(1, numbers("steps").size()));
        assertThat(events).allSatisfy(event -> {
            assertThat(event.json())
                    .doesNotContain(push.client().family(), push.client().mrn(), push.placer(), "Patient/");
            assertThat(event.bundle().getEntry().stream().skip(1)).noneMatch(entry -> entry.hasResource());
            assertThat(event.subscriptionStatus()
                            .getParameter("topic")
                            .getValue()
                            .primitiveValue())
                    .isEqualTo("https://warmhandoff.org/fhir/SubscriptionTopic/referral-status");
        });
        unsubscribe(id);
        staff().move(task, "answer-info");
        assertThat(status(id).getParameter("status").getValue().primitiveValue())
                .isEqualTo("off");
    }

    @Test
    void without_consent_nothing_tells_of_the_acceptance_and_with_it_the_next_number_does() {
        String id = subscribe("consent", "Task?requester=mercy");
        Push push = refer();
        Task task = staff().finds(push.placer(), "delivered");
        staff().move(task, "claim");
        awaitEvents("consent", task, 2);
        staff().move(task, "accept");
        Patience.await("mercy hears of the acceptance, as pending")
                .until(() -> MERCY.statesOf(push.controlId()), states -> states.length() >= 3);
        assertThat(eventsOf(id, "").stream().filter(event -> event.focus().equals(name(task))))
                .hasSize(2);

        staff().consentNaming(task, "mercy", "acme-health");

        awaitEvents("consent", task, 3);
        assertThat(numbers("consent")).isEqualTo(range(1, numbers("consent").size()));
        unsubscribe(id);
    }

    @Test
    void a_subscriber_that_was_down_catches_up_and_gets_everything_in_order() {
        String id = subscribe("down", "Task?requester=mercy");
        HOOK.answers(notification -> notification.path().equals("/down") ? 503 : 200);
        Task first = staff().finds(refer().placer(), "delivered");
        Task second = staff().finds(refer().placer(), "delivered");
        staff().move(first, "claim");
        staff().move(second, "claim");
        Patience.await("it is tried").until(() -> !HOOK.attempts("down").isEmpty());

        server.killHard();
        server.restart();
        List<Notification> missed = eventsOf(id, "?eventsSinceNumber=2&eventsUntilNumber=3");

        assertThat(missed).extracting(Notification::number).containsExactly(2L, 3L);
        assertThat(status(id)
                        .getParameter("events-since-subscription-start")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("4");
        HOOK.answers(notification -> 200);
        awaitEvents("down", first, 2);
        awaitEvents("down", second, 2);
        assertThat(numbers("down")).isEqualTo(range(1, 4));
        assertThat(HOOK.attempts("down").stream()
                        .filter(attempt -> attempt.number() == 1)
                        .map(attempt -> attempt.bundle().getIdentifier().getValue())
                        .distinct())
                .hasSize(1);
        unsubscribe(id);
    }

    @Test
    void a_refused_notification_puts_it_in_error_and_a_new_request_sends_what_waited() {
        String id = subscribe("refusing", "Task?requester=mercy&business-status=delivered,in-triage");
        HOOK.answers(notification -> notification.path().equals("/refusing") ? 404 : 200);
        Task task = staff().finds(refer().placer(), "delivered");
        awaitState(id, SubscriptionStatus.ERROR);
        Subscription failed = server.fhir("mercy").read(Subscription.class, id);
        assertThat(failed.getError()).contains("HTTP 404").doesNotContain(name(task));
        staff().move(task, "claim");
        HOOK.answers(notification -> 200);

        server.fhir("mercy")
                .send("PUT", "Subscription/" + id, json(failed.setStatus(SubscriptionStatus.REQUESTED)))
                .expect(200);

        awaitState(id, SubscriptionStatus.ACTIVE);
        awaitEvents("refusing", task, 1);
        assertThat(numbers("refusing")).containsExactly(2L);
        unsubscribe(id);
    }

    @Test
    void a_silent_subscription_gives_a_sign_of_life() {
        String id = subscribe("quiet", "Task?owner=Organization/nobody");

        Patience.await("a heartbeat comes").until(() -> HOOK.taken("quiet").stream()
                .anyMatch(notification -> notification.type().equals("heartbeat")));

        unsubscribe(id);
    }

    @Test
    void what_is_wrong_with_a_subscription_is_said() {
        Map<String, String> wrong = Map.of(
                subscription("mercy", "http://127.0.0.1:1/x", "Task?status=accepted", "id-only"), "https",
                subscription("mercy", "https://127.0.0.1/x", "Task?status=accepted", "id-only"), "public",
                subscription("mercy", "https://169.254.169.254/latest", "Task?status=accepted", "id-only"), "public",
                subscription("mercy", "https://[::1]/x", "Task?status=accepted", "id-only"), "public",
                subscription("mercy", "https://user:pw@example.org/x", "Task?status=accepted", "id-only"), "user",
                subscription("mercy", HOOK.address("w"), "Task?subject=Patient/1", "id-only"), "business-status",
                subscription("mercy", HOOK.address("w"), "Task?status=accepted", "full-resource"), "full-resource",
                subscription("nobody", "https://" + "example.org/x", "Task?status=accepted", "id-only"), "partner",
                subscription("mercy", GROVE.address("w"), "Task?status=accepted", "id-only"), "another's");

        wrong.forEach((body, word) -> {
            FhirResponse answer = server.fhir().post("Subscription", body);
            assertThat(answer.status()).as(body).isEqualTo(422);
            assertThat(answer.problems()).as(body).contains(word);
        });
        assertThat(server.fhir()
                        .post(
                                "Subscription",
                                subscription("mercy", HOOK.address("w"), "Task?status=accepted", "id-only")
                                        .replace("SubscriptionTopic/referral-status", "SubscriptionTopic/other"))
                        .problems())
                .contains("referral-status");
        assertThat(HOOK.attempts("w")).isEmpty();
    }

    @Test
    void the_capability_statement_names_the_topic() {
        CapabilityStatement statement =
                server.fhir().get("metadata").expect(200).as(CapabilityStatement.class);

        assertThat(statement.getRestFirstRep().getResource().stream()
                        .filter(resource -> resource.getType().equals("Subscription"))
                        .flatMap(resource -> resource.getExtension().stream())
                        .map(extension -> extension.getValue().primitiveValue()))
                .contains("https://warmhandoff.org/fhir/SubscriptionTopic/referral-status");
    }

    @Test
    void a_partner_works_on_tasks_by_polling_and_plain_writes() {
        Push push = Push.ofSomebody().to("GROVE");
        MllpClient.sendOnce(server.mllpPort(), push.text());
        Task polled = Patience.await("grove finds it")
                .until(
                        () ->
                                server
                                        .fhir("grove")
                                        .search(Task.class, "owner=Organization/grove&status=requested")
                                        .stream()
                                        .filter(task -> FhirContext.forR4Cached()
                                                .newJsonParser()
                                                .encodeResourceToString(task)
                                                .contains(push.placer()))
                                        .toList(),
                        tasks -> tasks.size() == 1)
                .get(0);
        Patience.await("grove is told of it").until(() -> GROVE.events("grove").stream()
                .anyMatch(event -> event.focus().equals(name(polled))));
        assertThat(GROVE.taken("grove"))
                .noneMatch(notification ->
                        notification.json().contains(push.client().family()));

        Task received =
                put("grove", polled, TaskStatus.RECEIVED, "").expect(200).as(Task.class);
        FhirResponse early = put("grove", received, TaskStatus.COMPLETED, "");
        Task accepted =
                put("grove", received, TaskStatus.ACCEPTED, "").expect(200).as(Task.class);
        FhirResponse late = put("grove", accepted, TaskStatus.REJECTED, "No bed");

        assertThat(Staff.state(received)).isEqualTo("delivered");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.problems()).contains("Legal events: claim");
        assertThat(Staff.state(accepted)).isEqualTo("accepted");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.problems()).contains("schedule-intake");
        Patience.await("mercy hears three times that it is pending")
                .until(() -> MERCY.statesOf(push.controlId()), states -> states.length() >= 3);
        assertThat(MERCY.statesOf(push.controlId())).doesNotContain("A");
        staff().consentNaming(accepted, "mercy", "acme-health");
        Patience.await("mercy hears of the acceptance")
                .until(() -> MERCY.statesOf(push.controlId()), states -> states.endsWith("A"));
    }

    @Test
    void a_referral_in_single_posts_is_one_referral_however_often_its_task_is_posted() {
        GravityPush push = GravityPush.prepare(server.fhir("mercy"), "mercy", "creek");

        Task first = push.postTask("mercy", "creek").expect(201).as(Task.class);
        Task again = push.postTask("mercy", "creek").expect(200).as(Task.class);

        assertThat(again.getIdElement().getIdPart())
                .isEqualTo(first.getIdElement().getIdPart());
        assertThat(Staff.state(first)).isEqualTo("created");
        assertThat(first.getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(first.getFocus().getReference()).isEqualTo(push.request());
        assertThat(first.getFor().getReference()).isEqualTo(push.patient());
        assertThat(push.postTask("mercy", "grove").expect(422).problems()).contains("another partner");
        assertThat(server.fhir().search(Task.class, "focus=" + push.request())).hasSize(1);
        FhirResponse unexplained = put("creek", first, TaskStatus.REJECTED, "");
        assertThat(unexplained.status()).isEqualTo(422);
        assertThat(unexplained.problems()).contains("reason");
        Task rejected = server.fhir("creek")
                .send(
                        "PATCH",
                        name(first),
                        "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"rejected\"},"
                                + "{\"op\":\"add\",\"path\":\"/statusReason\",\"value\":{\"text\":\"No bed\"}}]",
                        "Content-Type",
                        "application/json-patch+json",
                        "Prefer",
                        "return=representation")
                .expect(200)
                .as(Task.class);
        assertThat(Staff.state(rejected)).isEqualTo("declined");
        assertThat(rejected.getStatusReason().getText()).isEqualTo("No bed");
    }

    private static FhirResponse put(String partner, Task read, TaskStatus status, String reason) {
        return GravityPush.put(server.fhir(partner), read, status, reason);
    }

    private static String subscribe(String path, String filter) {
        String body = subscription("mercy", HOOK.address(path), filter, "id-only");
        String id = server.fhir("mercy").create("Subscription", body).replace("Subscription/", "");
        awaitState(id, SubscriptionStatus.ACTIVE);
        return id;
    }

    private static void unsubscribe(String id) {
        Subscription subscription = server.fhir("mercy").read(Subscription.class, id);
        server.fhir("mercy")
                .send("PUT", "Subscription/" + id, json(subscription.setStatus(SubscriptionStatus.OFF)))
                .expect(200);
    }

    private static String subscription(String partner, String endpoint, String filter, String content) {
        return Fixture.of("subscription.json")
                .with("partner", partner)
                .with("endpoint", endpoint)
                .with("filter", filter)
                .with("content", content)
                .with("heartbeat", "10")
                .text();
    }

    private static void awaitState(String id, SubscriptionStatus state) {
        Patience.await("the subscription is " + state)
                .until(() -> server.fhir("mercy").read(Subscription.class, id).getStatus() == state);
    }

    private static Push refer() {
        Push push = Push.ofSomebody();
        assertThat(MllpClient.sendOnce(server.mllpPort(), push.text()).acknowledgement())
                .isEqualTo("AA");
        return push;
    }

    private static List<Notification> awaitEvents(String path, Task task, int count) {
        return Patience.await(count + " notifications of the referral")
                .until(
                        () -> HOOK.events(path).stream()
                                .filter(event -> event.focus().equals(name(task)))
                                .toList(),
                        events -> events.size() == count);
    }

    private static List<Long> numbers(String path) {
        return HOOK.events(path).stream().map(Notification::number).toList();
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    /** What {@code $events} answers, one by one. */
    private static List<Notification> eventsOf(String id, String query) {
        Bundle answer = server.fhir("mercy")
                .get("Subscription/" + id + "/$events" + query)
                .expect(200)
                .bundle();
        Parameters status = (Parameters) answer.getEntryFirstRep().getResource();
        return status.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("notification-event"))
                .map(event -> {
                    Parameters one = new Parameters();
                    one.addParameter(event);
                    Bundle single = new Bundle();
                    single.addEntry().setResource(one);
                    return new Notification("", json(single), 200);
                })
                .toList();
    }

    private static Parameters status(String id) {
        Bundle answer = server.fhir("mercy")
                .get("Subscription/" + id + "/$status")
                .expect(200)
                .bundle();
        return (Parameters) answer.getEntryFirstRep().getResource();
    }

    private static Staff staff() {
        return new Staff(server.fhir());
    }

    private static String name(Task task) {
        return "Task/" + task.getIdElement().getIdPart();
    }

    private static String json(org.hl7.fhir.r4.model.Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }
}
