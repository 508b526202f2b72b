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
import org.warmhandoff.tests.smart.SmartClient;
import org.warmhandoff.tests.smart.TokenEndpoint;

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
        NODES.add(RunningServer.start(node("node-a", partners)));
        NODES.add(RunningServer.start(node("node-b", partners).with("logging.structured.format.console", "ecs")));
    }

    /** Whichever of them partners reach, it has one name. */
    private static ServerSetup node(String name, String partners) {
        return ServerSetup.fresh(name, partners)
                .on(database.address())
                .with("warmhandoff.base-url", "http://hub.example");
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
    void a_token_of_one_node_is_good_at_the_other_and_an_assertion_only_once_at_both() {
        TokenEndpoint here = NODES.get(0).tokenEndpoint();
        TokenEndpoint there = NODES.get(1).tokenEndpoint();
        SmartClient harbor = NODES.get(0).client("harbor");
        String assertion = harbor.assertion(here.name());

        String token = NODES.get(0).token("harbor");

        assertThat(NODES.get(1).fhir().bearing(token).get("Task?_count=1").status())
                .isEqualTo(200);
        assertThat(here.ask(assertion, harbor.scope()).statusCode()).isEqualTo(200);
        assertThat(there.ask(assertion, harbor.scope()).statusCode()).isEqualTo(401);
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
