package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.Client;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.Push;
import org.warmhandoff.tests.harness.WithWorld;
import org.warmhandoff.tests.harness.World;

/** However many messages speak of one client at once, there is one Patient. */
@WithWorld
class OnePatientTest {

    private static final int PUSHES = 64;

    @Test
    void sixty_four_pushes_at_once_of_one_client_make_one_patient(World world) throws Exception {
        Client client = Client.unique();
        List<Push> pushes =
                IntStream.range(0, PUSHES).mapToObj(i -> Push.of(client)).toList();

        assertThat(sentAtOnce(world, pushes)).hasSize(PUSHES).containsOnly("AA");

        Patience.await("every referral is there", Duration.ofMinutes(2))
                .until(() -> world.fhir()
                                        .search(Patient.class, "identifier=" + client.mrn())
                                        .size()
                                >= 1
                        && referrals(world, client).size() == PUSHES);
        assertThat(world.fhir().search(Patient.class, "identifier=" + client.mrn()))
                .hasSize(1);
    }

    private static List<String> sentAtOnce(World world, List<Push> pushes) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(PUSHES);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (Push push : pushes) {
                answers.add(threads.submit(() -> world.send(push.text()).acknowledgement()));
            }
            List<String> codes = new ArrayList<>();
            for (Future<String> answer : answers) {
                codes.add(answer.get());
            }
            return codes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Task> referrals(World world, Client client) {
        Patient patient =
                world.fhir().search(Patient.class, "identifier=" + client.mrn()).get(0);
        String about = "Patient/" + patient.getIdElement().getIdPart();
        return world.fhir().search(Task.class, "patient=" + about + "&business-status=delivered&_count=200");
    }
}
