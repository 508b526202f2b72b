package org.warmhandoff.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.delivery.DeliveryOrder;
import org.warmhandoff.server.delivery.DeliveryQueue;

/** Partners come, change and go on the whole server, without a restart. */
class PartnerDeskTest {

    private static final int MANY = 500;

    private final TestServer server = TestServer.shared();
    private final DeskClient desk = new DeskClient();

    @Test
    void a_partner_is_added_changed_paused_and_removed() {
        JsonNode added = put("oakview", lab("oakview", "Oakview Lab"));
        assertThat(added.path("source").asText()).isEqualTo("added");
        assertThat(server.bean(PartnerDirectory.class).byAnyName("OAKVIEW")).isPresent();
        assertThat(server.get("Organization/oakview").body()).contains("Oakview Lab");

        put("oakview", lab("oakview", "Oakview Laboratory"));
        assertThat(server.get("Organization/oakview").body()).contains("Oakview Laboratory");
        assertThat(desk.post("/admin/partners/oakview/pause", "").path("paused").asBoolean())
                .isTrue();
        assertThat(desk.post("/admin/partners/oakview/resume", "")
                        .path("paused")
                        .asBoolean())
                .isFalse();

        assertThat(desk.send("DELETE", "/admin/partners/oakview", null).statusCode())
                .isEqualTo(200);
        assertThat(server.bean(PartnerDirectory.class).byId("oakview")).isEmpty();
        assertThat(server.get("Organization/oakview").body()).contains("\"active\":false");
        assertThat(desk.send("DELETE", "/admin/partners/oakview", null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_partner_of_the_configuration_is_changed_there_alone() {
        assertThat(desk.send("PUT", "/admin/partners/mercy", lab("mercy", "Mercy")))
                .matches(r -> r.statusCode() == 409 && r.body().contains("is in the configuration, which wins"));
        assertThat(desk.send("DELETE", "/admin/partners/mercy", null).statusCode())
                .isEqualTo(409);
        assertThat(desk.get("/admin/partners/mercy").at("/partner/source").asText())
                .isEqualTo("configuration");
    }

    @Test
    void a_wrong_entry_is_refused_with_its_mistake() {
        assertThat(desk.send("PUT", "/admin/partners/x1", lab("x2", "X")))
                .matches(r -> r.statusCode() == 400 && r.body().contains("partner.id"));
        assertThat(desk.send("PUT", "/admin/partners/x1", "{\"id\":\"x1\",\"name\":\"X\",\"kind\":\"clinic\"}"))
                .matches(r -> r.statusCode() == 400 && r.body().contains("is none of"));
        assertThat(
                        desk.send(
                                "PUT",
                                "/admin/partners/x1",
                                "{\"id\":\"x1\",\"name\":\"X\",\"kind\":\"lab\",\"endpoint\":{\"type\":\"mllp\",\"address\":\"127.0.0.1:1\"}}"))
                .matches(r -> r.statusCode() == 400 && r.body().contains("address of this machine"));
    }

    @Test
    void a_partner_for_whom_something_waits_is_removed_only_with_it() {
        put("elm", lab("elm", "Elm"));
        desk.post("/admin/partners/elm/pause", "");
        Long id = server.bean(TransactionTemplate.class).execute(status -> server.bean(DeliveryQueue.class)
                .enqueue(new DeliveryOrder("elm", "R", "unheard-of", null, Map.of(), "elm-" + System.nanoTime())));

        assertThat(desk.send("DELETE", "/admin/partners/elm", null).statusCode())
                .isEqualTo(409);
        assertThat(desk.send("DELETE", "/admin/partners/elm?cancel=true", null).body())
                .contains("\"cancelled\":1");
        assertThat(desk.get("/admin/messages/out-" + id).at("/message/state").asText())
                .isEqualTo("cancelled");
    }

    @Test
    void the_configuration_is_read_again() {
        JsonNode reloaded = desk.post("/admin/partners/reload", "");

        assertThat(reloaded.path("added")).isEmpty();
        assertThat(reloaded.path("removed")).isEmpty();
        assertThat(server.bean(PartnerDirectory.class).byId("mercy")).isPresent();
    }

    @Test
    void endpoints_are_tried_out() {
        JsonNode court = desk.post("/admin/partners/county-court/check", "");
        assertThat(court.path("passed").asBoolean()).isTrue();
        assertThat(court.path("steps").findValuesAsText("name")).contains("gives it back unchanged");

        JsonNode mercy = desk.post("/admin/partners/mercy/test", "");
        assertThat(mercy.path("passed").asBoolean()).isFalse();
        assertThat(desk.send("POST", "/admin/partners/sunrise/test", null).statusCode())
                .isEqualTo(409);
    }

    @Test
    void five_hundred_partners_come_and_go_without_a_trace() {
        put("warm-up", lab("warm-up", "Warm up"));
        desk.send("DELETE", "/admin/partners/warm-up", null);
        int meters = server.bean(MeterRegistry.class).getMeters().size();
        int beans = server.beans();
        int partners = server.bean(PartnerDirectory.class).all().size();
        int threads = Thread.activeCount();

        for (int i = 0; i < MANY; i++) {
            put("many-" + i, lab("many-" + i, "Many " + i));
        }
        assertThat(server.bean(PartnerDirectory.class).all()).hasSize(partners + MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(desk.send("DELETE", "/admin/partners/many-" + i, null).statusCode())
                    .isEqualTo(200);
        }

        assertThat(server.bean(PartnerDirectory.class).all()).hasSize(partners);
        assertThat(server.beans()).isEqualTo(beans);
        // A thread or a meter of the requests themselves may be new; one a partner would be hundreds.
        assertThat(Thread.activeCount()).isLessThan(threads + 20);
        assertThat(server.bean(MeterRegistry.class).getMeters().size()).isLessThan(meters + 20);
        assertThat(server.bean(JdbcClient.class)
                        .sql("select count(*) from warmhandoff.partner where id like 'many-%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private JsonNode put(String id, String entry) {
        var response = desk.send("PUT", "/admin/partners/" + id, entry);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return DeskClient.tree(response.body());
    }

    private static String lab(String id, String name) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + name + "\",\"kind\":\"lab\","
                + "\"endpoint\":{\"type\":\"file\",\"address\":\"file:labs/" + id + "\"}}";
    }
}
