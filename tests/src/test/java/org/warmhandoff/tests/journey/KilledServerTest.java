package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.warmhandoff.tests.harness.CommitStall;
import org.warmhandoff.tests.harness.Database;
import org.warmhandoff.tests.harness.MllpClient;
import org.warmhandoff.tests.harness.MllpLoad;
import org.warmhandoff.tests.harness.PartnerEntries;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.Push;
import org.warmhandoff.tests.harness.RunningServer;
import org.warmhandoff.tests.harness.ServerSetup;
import org.warmhandoff.tests.harness.Staff;

/** kill -9 at the worst moment, and a stop under load. One server goes through all steps in order, because each start costs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledServerTest {

    private static final String KEPT = "select count(*) from warmhandoff.inbox where control_id = ?";
    private static final String ANSWER = "select answer from warmhandoff.inbox where control_id = ?";
    private static final String REFERRALS =
            "select count(*) from warmhandoff.referral where placer = any (string_to_array(?, ','))";
    private static final String DELIVERED =
            REFERRALS.replace("count(*)", "count(distinct placer)") + " and state = 'delivered'";
    private static final Push EARLIER = Push.ofSomebody();
    private static final Push INTERRUPTED = Push.ofSomebody();
    private static final String INTERRUPTED_TEXT = INTERRUPTED.text();

    private static RunningServer server;
    private static long postmaster;

    @BeforeAll
    static void start() {
        server = RunningServer.start(ServerSetup.fresh(
                "killed",
                PartnerEntries.none()
                        .with(PartnerEntries.silentHospital("mercy", "EPIC", "MERCYHOSP"))
                        .with(PartnerEntries.programme("sunrise"))
                        .with(PartnerEntries.payer("acme-health", "PAY01"))
                        .yaml()));
        postmaster = Database.postmaster(server.dataDirectory());
        MllpClient.sendOnce(server.mllpPort(), EARLIER.text());
        staff().finds(EARLIER.placer(), "delivered");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void nothing_is_said_while_the_commit_is_under_way_and_the_kill_loses_nothing() {
        CommitStall stall = new CommitStall(server);
        stall.begin();
        try (MllpClient client = new MllpClient(server.mllpPort())) {
            client.writeFrame(INTERRUPTED_TEXT);
            stall.awaitCommitOf("inbox");
            assertThat(client.bytesWaiting())
                    .as("bytes of an answer before the commit")
                    .isZero();
            server.killHard();
        }
        stall.end();

        Patience.await("the row is committed").until(() -> server.database().count(KEPT, INTERRUPTED.controlId()) == 1);
    }

    @Test
    @Order(2)
    void the_next_start_copes_with_the_surviving_database_and_finds_the_data() {
        assertThat(ProcessHandle.of(postmaster))
                .as("the database outlived the kill")
                .isPresent();

        server.restart();

        assertThat(staff().tasks(EARLIER.placer())).hasSize(1);
    }

    @Test
    @Order(3)
    void the_interrupted_message_is_a_referral_and_its_repetition_gets_the_stored_answer() {
        staff().finds(INTERRUPTED.placer(), "delivered");

        String first = MllpClient.sendOnce(server.mllpPort(), INTERRUPTED_TEXT).text();
        String second = MllpClient.sendOnce(server.mllpPort(), INTERRUPTED_TEXT).text();

        assertThat(first).contains("MSA|AA|" + INTERRUPTED.controlId()).isEqualTo(second);
        assertThat(first).isEqualTo(server.database().value(ANSWER, INTERRUPTED.controlId()));
        assertThat(staff().tasks(INTERRUPTED.placer())).hasSize(1);
    }

    @Test
    @Order(4)
    void a_stop_under_load_ends_in_time_with_its_database_and_loses_nothing() throws Exception {
        MllpLoad load = new MllpLoad(server.mllpPort(), 3);
        Patience.await("the load runs").until(() -> load.acknowledged().size() > 30);

        long begun = System.nanoTime();
        server.kill();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
        assertThat(server.process().exitValue())
                .as("as of any process that was told to end")
                .isIn(0, 143);
        assertThat(Database.runsIn(server.dataDirectory())).isFalse();
        load.end();
        server.restart();
        load.interrupted().forEach(push -> MllpClient.sendOnce(server.mllpPort(), push.text()));
        String placers = load.all().stream().map(Push::placer).collect(Collectors.joining(","));
        Patience.await("each is delivered", Duration.ofMinutes(3))
                .until(() -> server.database().count(DELIVERED, placers)
                        == load.all().size());
        assertThat(server.database().count(REFERRALS, placers))
                .isEqualTo(load.all().size());
    }

    private static Staff staff() {
        return new Staff(server.fhir());
    }
}
