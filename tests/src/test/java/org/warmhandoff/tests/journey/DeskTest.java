package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.tests.harness.ReferralAssert.assertThatReferral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.FhirPush;
import org.warmhandoff.tests.harness.FhirResponse;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.Push;
import org.warmhandoff.tests.harness.Tool;
import org.warmhandoff.tests.harness.WithWorld;
import org.warmhandoff.tests.harness.World;

/** An interface engineer finds messages by what a phone call tells, and replays them; by REST and by the command line. */
@WithWorld
class DeskTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_message_is_found_by_every_key_by_rest_and_by_the_command_line(World world) {
        Push push = Push.ofSomebody().from("CERNER", "LAKESIDE");
        FhirPush ordered = FhirPush.from("county-court");
        world.send(push.text());
        world.fhir("county-court").post("", ordered.courtOrder()).expect(200);
        assertThatReferral(world, push.placer()).becomes("delivered");
        Tool tool = Tool.of(world.server());
        Map<String, String> keys = Map.of(
                "referral", push.placer(),
                "mrn", push.client().mrn(),
                "controlId", push.controlId(),
                "docket", ordered.docket());

        keys.forEach((key, value) -> {
            JsonNode rest = post(world, "admin/messages/search", Map.of(key, value, "direction", "in"));
            assertThat(rest.path("messages")).as(key).hasSize(1);
            String option = key.equals("controlId") ? "--control-id" : "--" + key;
            Tool.Said line = tool.run("message", "list", option, value, "--direction", "in", "--json");
            assertThat(line.exitCode()).as(line.output()).isZero();
            assertThat(line.json().path("messages")).as(key).isEqualTo(rest.path("messages"));
        });
        assertThat(post(world, "admin/messages/search", Map.of("partner", "lakeside"))
                        .toString())
                .contains(push.controlId())
                .doesNotContain(push.client().family());
        assertThat(tool.run("message", "list", "--mrn", "nobody-has-this", "--json")
                        .json()
                        .path("messages"))
                .isEmpty();
    }

    @Test
    void what_died_is_replayed_after_a_dry_run_and_what_arrived_stays_so(World world) {
        Push push = Push.ofSomebody().from("CERNER", "LAKESIDE");
        world.lakeside().answers(message -> "AR");
        world.send(push.text());
        String dead = Patience.await("a notice dies")
                .until(
                        () -> search(world, Map.of("referral", push.placer(), "state", "dead")),
                        found -> !found.isEmpty())
                .get(0);
        world.lakeside().answers(message -> "AA");
        Tool tool = Tool.of(world.server());
        String bucket = post(world, "admin/messages/search", Map.of("referral", push.placer(), "state", "dead"))
                .at("/messages/0/bucket")
                .asText();
        assertThat(search(world, Map.of("bucket", bucket, "partner", "lakeside")))
                .contains(dead);

        Tool.Said dry = tool.run("message", "replay", dead, "--dry-run", "--json");
        assertThat(dry.json().path("outcome").asText()).isEqualTo("would-send");
        assertThat(world.lakeside().heardAbout(push.controlId())).isEmpty();

        Tool.Said many =
                tool.run("message", "replay", "--bucket", bucket, "--partner", "lakeside", "--state", "dead", "--json");
        assertThat(many.json().at("/counts/queued").asInt()).isGreaterThanOrEqualTo(1);
        Patience.await("lakeside hears of it")
                .until(() -> world.lakeside().heardAbout(push.controlId()).size() == 1);

        Patience.await("it is on record as delivered")
                .until(() -> search(world, Map.of("referral", push.placer(), "state", "delivered"))
                        .contains(dead));
        Tool.Said again = tool.run("message", "replay", dead, "--json");
        assertThat(again.json().path("outcome").asText()).isEqualTo("already-delivered");
        JsonNode inbound = post(world, "admin/messages/search", Map.of("referral", push.placer(), "direction", "in"));
        String in = inbound.at("/messages/0/id").asText();
        assertThat(post(world, "admin/messages/" + in + "/replay", Map.of())
                        .path("outcome")
                        .asText())
                .isEqualTo("already-applied");
        assertThat(world.lakeside().heardAbout(push.controlId())).hasSize(1);
    }

    @Test
    void consent_is_asked_again_when_a_held_package_is_replayed(World world) {
        FhirPush ordered = FhirPush.from("county-court");
        world.fhir("county-court").post("", ordered.courtOrder()).expect(200);
        Task task =
                assertThatReferral(world, ordered.placer()).becomes("delivered").task();
        String held = Patience.await("the receipt is held")
                .until(
                        () -> search(world, Map.of("docket", ordered.docket(), "state", "held")),
                        found -> !found.isEmpty())
                .get(0);

        JsonNode dry = post(world, "admin/messages/" + held + "/replay?dryRun=true", Map.of());
        assertThat(dry.path("outcome").asText()).isEqualTo("would-be-held");
        post(world, "admin/messages/" + held + "/replay", Map.of());
        Patience.await("it is held again")
                .until(() -> search(world, Map.of("docket", ordered.docket(), "state", "held"))
                        .contains(held));
        assertThat(world.court().packagesOn(ordered.docket())).isEmpty();

        world.staff().consentForCourt(task, "county-court");
        Patience.await("with a consent it goes")
                .until(() -> world.court().packagesOn(ordered.docket()).size() == 1);
    }

    @Test
    void a_partner_comes_is_paused_and_goes_while_the_server_runs(World world) {
        String entry = "{\"id\":\"walk-in\",\"name\":\"Walk-in Clinic\",\"kind\":\"hospital\","
                + "\"mllp-sender\":{\"application\":\"WALK\",\"facility\":\"WALKIN\"}}";
        Tool tool = Tool.of(world.server());
        assertThat(world.send(Push.ofSomebody().from("WALK", "WALKIN").text()).value("MSA", 1))
                .isEqualTo("AR");

        world.server()
                .http()
                .send("PUT", "admin/partners/walk-in", entry, "Content-Type", "application/json")
                .expect(200);
        Push push = Push.ofSomebody().from("WALK", "WALKIN");
        assertThat(world.send(push.text()).value("MSA", 1)).isEqualTo("AA");
        assertThatReferral(world, push.placer()).becomes("delivered").wasRequestedBy("walk-in");

        assertThat(tool.run("partner", "pause", "walk-in").exitCode()).isZero();
        assertThat(tool.run("partner", "list").output()).contains("walk-in", "Walk-in Clinic");
        assertThat(tool.run("partner", "resume", "walk-in").exitCode()).isZero();
        assertThat(tool.run("partner", "check", "harbor").output()).contains("did not pass");
        assertThat(tool.run("partner", "remove", "walk-in", "--cancel").exitCode())
                .isZero();
        assertThat(world.send(Push.ofSomebody().from("WALK", "WALKIN").text()).value("MSA", 1))
                .isEqualTo("AR");
        assertThat(tool.run("partner", "remove", "mercy").exitCode()).isEqualTo(1);
    }

    private static List<String> search(World world, Map<String, String> filter) {
        return post(world, "admin/messages/search", filter).path("messages").findValuesAsText("id");
    }

    private static JsonNode post(World world, String path, Map<String, String> body) {
        try {
            FhirResponse response = world.server()
                    .http()
                    .send("POST", path, JSON.writeValueAsString(body), "Content-Type", "application/json")
                    .expect(200);
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
