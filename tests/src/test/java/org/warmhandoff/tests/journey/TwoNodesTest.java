package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.Er7;
import org.warmhandoff.tests.harness.FhirPeer;
import org.warmhandoff.tests.harness.FhirPeer.FhirMessage;
import org.warmhandoff.tests.harness.MllpClient;
import org.warmhandoff.tests.harness.MllpPeer;
import org.warmhandoff.tests.harness.PartnerEntries;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.PrivateDatabase;
import org.warmhandoff.tests.harness.Push;
import org.warmhandoff.tests.harness.RunningServer;
import org.warmhandoff.tests.harness.ServerSetup;
import org.warmhandoff.tests.harness.Staff;

/** Two nodes on one PostgreSQL behave as one server. */
class TwoNodesTest {

    private static final int REFERRALS = 40;

    private static PrivateDatabase database;
    private static final MllpPeer MERCY = new MllpPeer();
    private static final FhirPeer HARBOR = new FhirPeer();
    private static final List<RunningServer> NODES = new ArrayList<>();

    @BeforeAll
    static void start() {
        database = new PrivateDatabase();
        String partners = PartnerEntries.none()
                .with(PartnerEntries.hospital("mercy", "EPIC", "MERCYHOSP", MERCY.address()))
                .with(PartnerEntries.rehab("harbor", HARBOR.address()))
                .with(PartnerEntries.programme("sunrise"))
                .with(PartnerEntries.payer("acme-health", "PAY01"))
                .yaml();
        NODES.add(RunningServer.start(ServerSetup.fresh("node-a", partners).on(database.address())));
        NODES.add(RunningServer.start(ServerSetup.fresh("node-b", partners)
                .on(database.address())
                .with("logging.structured.format.console", "ecs")));
    }

    @AfterAll
    static void stop() {
        NODES.forEach(RunningServer::close);
        database.close();
        MERCY.close();
        HARBOR.close();
    }

    @Test
    void every_message_is_delivered_once() {
        List<Push> pushes = new ArrayList<>();
        for (int i = 0; i < REFERRALS; i++) {
            Push push = Push.ofSomebody().to("HARBOR");
            pushes.add(push);
            Er7 answer = MllpClient.sendOnce(NODES.get(i % 2).mllpPort(), push.text());
            assertThat(answer.acknowledgement()).isEqualTo("AA");
        }

        for (Push push : pushes) {
            staff(0).finds(push.placer(), "delivered");
        }
        Patience.await("mercy heard of each delivery", Duration.ofMinutes(2)).until(() -> pushes.stream()
                .noneMatch(push -> MERCY.heardAbout(push.controlId()).isEmpty()));
        List<String> forwarded = pushes.stream()
                .flatMap(push -> HARBOR.attemptsFor(push.placer()).stream())
                .map(FhirMessage::identifier)
                .toList();
        List<String> notices = pushes.stream()
                .flatMap(push -> MERCY.heardAbout(push.controlId()).stream())
                .map(Er7::controlId)
                .toList();
        assertThat(forwarded).hasSize(REFERRALS).doesNotHaveDuplicates();
        assertThat(notices).doesNotHaveDuplicates();
    }

    @Test
    void a_repetition_at_the_other_node_gets_the_first_answer() {
        Push push = Push.ofSomebody();
        String text = push.text();

        String first = MllpClient.sendOnce(NODES.get(0).mllpPort(), text).text();
        String second = MllpClient.sendOnce(NODES.get(1).mllpPort(), text).text();

        assertThat(second).isEqualTo(first);
        staff(1).finds(push.placer(), "delivered");
    }

    @Test
    void what_one_node_moves_the_other_shows() {
        Push push = Push.ofSomebody();
        MllpClient.sendOnce(NODES.get(0).mllpPort(), push.text());

        staff(1).move(staff(0).finds(push.placer(), "delivered"), "claim");

        staff(0).finds(push.placer(), "in-triage");
    }

    @Test
    void logs_may_be_json() {
        List<String> lines =
                NODES.get(1).output().lines().filter(line -> !line.isBlank()).toList();

        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(
                        new ObjectMapper().readTree(line).isObject())
                .isTrue());
    }

    private static Staff staff(int node) {
        return new Staff(NODES.get(node).fhir());
    }
}
