package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.tests.harness.Staff.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.Client;
import org.warmhandoff.tests.harness.FhirPush;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.Push;
import org.warmhandoff.tests.harness.WithWorld;
import org.warmhandoff.tests.harness.World;

/** No log holds a word about a client: not after success, not after any failure. Runs last, over all that was said. */
@WithWorld
@Order(Integer.MAX_VALUE)
class SilentLogsTest {

    @Test
    void no_log_of_any_server_holds_a_word_about_a_client(World world) throws IOException {
        pushWellAndBadly(world);
        moveWellAndBadly(world);
        askBadly(world);
        failToDeliver(world);

        List<Path> logs = logs(world);
        assertThat(logs).hasSizeGreaterThanOrEqualTo(2);
        assertThat(world.server().output()).isNotBlank();
        for (Path log : logs) {
            String text = Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(Client.planted().stream().filter(text::contains))
                    .as("words about clients in " + log)
                    .isEmpty();
        }
    }

    private static void pushWellAndBadly(World world) {
        Push push = Push.ofSomebody();
        String text = push.text();
        world.send(text);
        world.send(text);
        world.send(text.replace("F60.3", "F60.4"));
        world.send(Push.ofSomebody().from("NOBODY", "NOWHERE").text());
        world.send(Push.ofSomebody().to("NOWHERE").text());
        world.send(Push.ofSomebody().text().replace("|19900412|", "|not-a-date|"));
        FhirPush fhir = FhirPush.from("harbor");
        world.fhir("harbor").post("", fhir.transaction().replace("\"sunrise\"", "\"nowhere\""));
        world.fhir("harbor").post("", fhir.transaction().replace("1990-04-12", "12.4.1990"));
        world.fhir("harbor").post("$process-message", fhir.message().replace("\"I12\"", "\"I99\""));
        world.fhir()
                .post(
                        "Patient",
                        "{\"resourceType\":\"Patient\",\"name\":\""
                                + fhir.client().family() + "\"}");
    }

    private static void moveWellAndBadly(World world) {
        Push push = Push.ofSomebody();
        world.send(push.text());
        Task task = world.staff().finds(push.placer(), "delivered");
        String note = push.client().words().get("note");
        world.staff().transition(task, event("decline", note));
        Parameters claim = event("claim");
        claim.addParameter().setName("note").setValue(new StringType(note));
        world.staff().move(task, claim);
        world.staff().move(task, event("decline", note));
    }

    private static void askBadly(World world) {
        Client client = Client.unique();
        world.fhir().get("Patient?family=" + client.family());
        world.fhir().get("Patient?nickname=" + client.given());
        world.fhir().get("Patient?birthdate=" + client.family());
        world.fhir().get("Patient/" + client.mrn());
        world.fhir().get("Nothing/" + client.mrn());
    }

    private static void failToDeliver(World world) {
        world.birch().answers(message -> 400);
        Push push = Push.ofSomebody().to("BIRCH");
        world.send(push.text());
        world.staff().finds(push.placer(), "delivery-failed");
        world.lakeside().answers(message -> "AR");
        Push unheard = Push.ofSomebody().from("CERNER", "LAKESIDE");
        world.send(unheard.text());
        Patience.await("the referral is there")
                .until(() -> !world.staff().tasks(unheard.placer()).isEmpty());
    }

    /** What every server of this run said, and what the embedded database of the shared one did. */
    private static List<Path> logs(World world) throws IOException {
        Path database = world.server().dataDirectory().resolve("postgres").resolve("server.log");
        try (Stream<Path> files = Files.list(Path.of("target", "server-logs"))) {
            return Stream.concat(files.filter(file -> file.toString().endsWith(".log")), Stream.of(database))
                    .toList();
        }
    }
}
