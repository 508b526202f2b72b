package org.warmhandoff.server.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.Inbox;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.delivery.DeliveryOrder;
import org.warmhandoff.server.delivery.DeliveryQueue;
import org.warmhandoff.server.docs.DocPage;

/** The desk over HTTP, on the whole server. */
class MessageDeskTest {

    private final TestServer server = TestServer.shared();
    private final DeskClient desk = new DeskClient();
    private final JdbcClient jdbc = server.bean(JdbcClient.class);

    @Test
    void a_referral_is_found_by_the_patient_with_all_that_was_sent_of_it() {
        String mrn = "DESK" + System.nanoTime();
        String id = arrive("REF-" + mrn, mrn);
        await().atMost(Duration.ofSeconds(60)).until(() -> state(id).equals("applied"));

        JsonNode all = desk.post("/admin/messages/search", "{\"mrn\":\"" + mrn.toLowerCase() + "\"}")
                .path("messages");

        assertThat(all.findValuesAsText("id")).contains(id).anyMatch(other -> other.startsWith("out-"));
        assertThat(desk.get("/admin/messages?referral=REF-" + mrn + "&direction=in")
                        .path("messages")
                        .findValuesAsText("id"))
                .containsExactly(id);
        JsonNode shown = desk.get("/admin/messages/" + id);
        assertThat(shown.path("message").path("partner").asText()).isEqualTo("mercy");
        assertThat(shown.path("related").findValuesAsText("direction")).contains("out");
        assertThat(shown.toString()).doesNotContain("DOE");
    }

    @Test
    void a_body_is_shown_and_that_goes_on_record() {
        String mrn = "DESK" + System.nanoTime();
        String id = arrive("REF-" + mrn, mrn);

        var response = desk.send("GET", "/admin/messages/" + id + "/body", null);

        assertThat(response.body()).startsWith("MSH|").contains(mrn);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("X-Message-Content-Type")).contains("x-application/hl7-v2+er7");
        assertThat(recorded(id)).containsExactly("staff body shown");
    }

    @Test
    void a_replay_of_something_applied_has_no_effect_and_says_so() {
        String mrn = "DESK" + System.nanoTime();
        String id = arrive("REF-" + mrn, mrn);
        await().atMost(Duration.ofSeconds(60)).until(() -> state(id).equals("applied"));

        JsonNode outcome = desk.post("/admin/messages/" + id + "/replay", "");

        assertThat(outcome.path("outcome").asText()).isEqualTo("already-applied");
        assertThat(outcome.path("detail").asText()).startsWith("Task/");
        assertThat(state(id)).isEqualTo("applied");
        assertThat(recorded(id)).containsExactly("staff replay already-applied");
    }

    @Test
    void a_replay_of_something_delivered_has_no_effect_and_says_so() {
        long id = order("delivered-" + System.nanoTime(), "delivered", "HTTP 200");

        JsonNode outcome = desk.post("/admin/messages/out-" + id + "/replay", "");

        assertThat(outcome.path("outcome").asText()).isEqualTo("already-delivered");
        assertThat(outcome.path("detail").asText()).isEqualTo("HTTP 200");
        assertThat(desk.get("/admin/messages/out-" + id)
                        .path("message")
                        .path("state")
                        .asText())
                .isEqualTo("delivered");
    }

    @Test
    void many_are_replayed_by_the_same_filter_after_a_dry_run() {
        String bucket = "bucket-" + System.nanoTime();
        long one = order(bucket + "-1", "dead", null);
        long two = order(bucket + "-2", "dead", null);
        jdbc.sql("update warmhandoff.delivery set reason = :bucket where id in (:ids)")
                .param("bucket", bucket)
                .param("ids", List.of(one, two))
                .update();
        String filter = "{\"bucket\":\"" + bucket + "\"}";

        JsonNode dry = desk.post("/admin/messages/replay?dryRun=true", filter);
        assertThat(dry.path("counts").path("would-fail").asInt()).isEqualTo(2);
        assertThat(dry.path("messages").findValuesAsText("id")).containsExactly("out-" + one, "out-" + two);
        assertThat(desk.get("/admin/messages/out-" + one)
                        .path("message")
                        .path("state")
                        .asText())
                .isEqualTo("dead");

        JsonNode done = desk.post("/admin/messages/replay", filter);
        assertThat(done.path("counts").path("queued").asInt()).isEqualTo(2);
        assertThat(done.path("complete").asBoolean()).isTrue();
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        for (int i = 0; i < 5; i++) {
            order("page-" + System.nanoTime(), "cancelled", null);
        }
        JsonNode first = desk.get("/admin/messages?state=cancelled&limit=3");
        JsonNode second = desk.get("/admin/messages?state=cancelled&limit=3&after="
                + first.path("next").asText());

        assertThat(first.path("messages")).hasSize(3);
        assertThat(second.path("messages").findValuesAsText("id"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first.path("messages").findValuesAsText("id"));
    }

    @Test
    void what_is_asked_wrongly_is_said() {
        assertThat(desk.send("GET", "/admin/messages?state=lost", null))
                .matches(r -> r.statusCode() == 400 && r.body().contains("state must be one of"));
        assertThat(desk.send("GET", "/admin/messages/17", null).statusCode()).isEqualTo(404);
        assertThat(desk.send("GET", "/admin/messages/in-999999999", null).statusCode())
                .isEqualTo(404);
        assertThat(desk.send("POST", "/admin/messages/replay", "{\"direction\":\"in\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_web_page_from_elsewhere_is_turned_away() {
        assertThat(desk.send("GET", "/admin/messages", null, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(desk.send("GET", "/%61dmin/messages", null, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    private String arrive(String referral, String mrn) {
        String text = DocPage.of("docs/examples/ref-i12.hl7").text();
        Er7Message example = Er7Message.parse(text).orElseThrow();
        String oldMrn = example.first("PID").orElseThrow().value(3);
        String oldReferral = example.first("RF1").orElseThrow().value(6);
        byte[] body = text.replace(oldMrn, mrn).replace(oldReferral, referral).getBytes(StandardCharsets.UTF_8);
        InboundMessage message = new InboundMessage(
                Dialect.HL7V2, "mercy", "C" + mrn, "REF^I12", referral, "x-application/hl7-v2+er7", body);
        Inbox.Receipt receipt = server.bean(Inbox.class).accept(message, "MSA|AA|C" + mrn);
        return "in-" + ((Inbox.Receipt.Stored) receipt).id();
    }

    private String state(String id) {
        return desk.get("/admin/messages/" + id).path("message").path("state").asText();
    }

    private long order(String key, String state, String evidence) {
        Long id = server.bean(TransactionTemplate.class).execute(status -> server.bean(DeliveryQueue.class)
                .enqueue(new DeliveryOrder("nobody", key, "unheard-of", null, Map.of(), key)));
        jdbc.sql("update warmhandoff.delivery set state = :state, evidence = :evidence where id = :id")
                .param("state", state)
                .param("evidence", evidence, java.sql.Types.VARCHAR)
                .param("id", id)
                .update();
        return id;
    }

    private List<String> recorded(String id) {
        return jdbc.sql("select actor || ' ' || action || ' ' || outcome from warmhandoff.desk_access"
                        + " where message_id = :id order by id")
                .param("id", id)
                .query(String.class)
                .list();
    }
}
