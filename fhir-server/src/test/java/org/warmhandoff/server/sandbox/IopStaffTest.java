package org.warmhandoff.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IopStaffTest {

    private final Referral referral = new Referral(Run.at(Instant.parse("2026-11-23T08:30:00Z")), Person.JORDAN, "A");
    private FakeHub hub;
    private IopStaff staff;

    @BeforeEach
    void open() throws IOException {
        hub = new FakeHub();
        staff = new IopStaff(new FhirWire(hub.base()));
        referral.sent("AA");
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void learns_the_servers_ids_from_the_one_Task_of_a_referral() throws Exception {
        hub.on(search(), 200, searchset(task("delivered")));
        assertThat(staff.finds(referral, "delivered", soon()).brief()).isEqualTo("delivered, Task/t1");
        assertThat(referral.request()).isEqualTo("ServiceRequest/s1");
        assertThat(referral.patient()).isEqualTo("Patient/p1");
    }

    @Test
    void two_Tasks_of_one_referral_are_one_too_many() {
        hub.on(search(), 200, searchset(task("delivered") + "," + task("delivered")));
        assertThatThrownBy(() -> staff.finds(referral, "delivered", Deadline.in(Duration.ofMillis(20))))
                .hasMessageEndingWith("seen 2 Tasks [delivered, delivered]");
    }

    @Test
    void moves_the_version_it_has_seen() throws Exception {
        hub.on(search(), 200, searchset(task("delivered")))
                .on("GET Task/t1", 200, resource("delivered"))
                .on("POST Task/t1/$transition", 200, resource("in-triage"));
        staff.finds(referral, "delivered", soon());
        assertThat(staff.move(referral, "claim", Map.of("appointment", "Appointment/a1"), soon()))
                .isEqualTo("in-triage");
        FakeHub.Heard heard = hub.heard("POST Task/t1/$transition");
        assertThat(heard.headers().getFirst("If-Match")).isEqualTo("W/\"7\"");
        JsonNode parameters = FhirWire.JSON.readTree(heard.body());
        assertThat(parameters.at("/parameter/0/valueCode").asText()).isEqualTo("claim");
        assertThat(parameters.at("/parameter/1/part/1/valueReference/reference").asText())
                .isEqualTo("Appointment/a1");
    }

    @Test
    void a_server_that_is_gone_is_said_in_one_line() {
        hub.close();
        assertThatThrownBy(() -> staff.finds(referral, "delivered", soon()))
                .hasMessageStartingWith("expected an answer to GET /fhir/Task; seen java.net.ConnectException");
    }

    private String search() {
        return "GET Task?identifier=" + referral.placer();
    }

    private static String searchset(String entries) {
        return "{\"resourceType\":\"Bundle\",\"entry\":[" + entries + "]}";
    }

    private static String task(String state) {
        return "{\"search\":{\"mode\":\"match\"},\"resource\":" + resource(state) + "}";
    }

    private static String resource(String state) {
        return """
                {"resourceType":"Task","id":"t1","meta":{"versionId":"7"},
                 "businessStatus":{"coding":[{"code":"%s"}]},
                 "focus":{"reference":"ServiceRequest/s1"},"for":{"reference":"Patient/p1"}}"""
                .formatted(state);
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5));
    }
}
