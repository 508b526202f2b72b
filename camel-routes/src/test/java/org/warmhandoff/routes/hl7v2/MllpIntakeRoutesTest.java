package org.warmhandoff.routes.hl7v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.warmhandoff.routes.hl7v2.RawMllpClient.framed;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.model.v251.message.ACK;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.RemoveHeadersDefinition;
import org.apache.camel.model.RouteDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import org.warmhandoff.routes.intake.InMemoryInbox;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.Inbox;
import org.warmhandoff.routes.intake.IntakeObserver;

class MllpIntakeRoutesTest {

    private static final IntakeObserver NOBODY = (dialect, outcome, took) -> {};

    private final InMemoryInbox inbox = new InMemoryInbox();
    private DefaultCamelContext camel = new DefaultCamelContext();
    private MllpIntakeRoutes routes;

    @BeforeEach
    void start() throws Exception {
        start(inbox, NOBODY, Duration.ofSeconds(30), 8);
    }

    private void start(Inbox into, IntakeObserver observer, Duration idle, int maxConnections) throws Exception {
        camel.stop();
        MllpProperties properties = new MllpProperties(
                0,
                "127.0.0.1",
                DataSize.ofMegabytes(1),
                idle,
                maxConnections,
                2,
                new MllpProperties.Sender(Duration.ofSeconds(5), Duration.ofSeconds(30)),
                MllpTlsProperties.OFF);
        Hl7v2Intake intake = new Hl7v2Intake(
                into,
                Samples.partners(),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString(),
                observer);
        routes = new MllpIntakeRoutes(properties, intake, new MllpTls(properties.tls(), Path.of("target")));
        camel = new DefaultCamelContext();
        camel.getShutdownStrategy().setTimeout(5);
        camel.addRoutes(routes);
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private RawMllpClient client() throws IOException {
        return new RawMllpClient(routes.port());
    }

    private static String msa(String answer) {
        Er7Segment msa = Samples.parsed(answer).first("MSA").orElseThrow();
        return msa.raw(1) + " " + msa.raw(2);
    }

    private static String error(String answer) {
        return Samples.parsed(answer).first("ERR").orElseThrow().value(3);
    }

    @Test
    void a_referral_is_acknowledged_so_that_an_independent_parser_reads_it() throws Exception {
        try (RawMllpClient client = client()) {
            ACK ack = (ACK) new DefaultHapiContext().getPipeParser().parse(client.ask(Samples.referral()));

            assertThat(ack.getMSA().getAcknowledgmentCode().getValue()).isEqualTo("AA");
            assertThat(ack.getMSA().getMessageControlID().getValue()).isEqualTo("MSG00001");
            assertThat(ack.getMSH().getSendingFacility().getNamespaceID().getValue())
                    .isEqualTo("SUNRISE");
            assertThat(ack.getMSH().getMessageType().getTriggerEvent().getValue())
                    .isEqualTo("I12");
        }
    }

    @Test
    void pipelined_messages_are_answered_in_order() throws Exception {
        StringBuilder frames = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String id = "P" + i;
            frames.append(framed(i % 3 == 2 ? Samples.with(Samples.referral(id), "RF1", 6, "") : Samples.referral(id)));
            expected.add((i % 3 == 2 ? "AR " : "AA ") + id);
        }
        try (RawMllpClient client = client()) {
            client.write(frames.toString());
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                answers.add(msa(client.read()));
            }

            assertThat(answers).isEqualTo(expected);
            assertThat(inbox.stored()).hasSize(134);
        }
    }

    @Test
    void half_a_message_waits_for_the_rest() throws Exception {
        String frame = framed(Samples.referral());
        try (RawMllpClient client = client();
                RawMllpClient other = client()) {
            client.write(frame.substring(0, 100));
            assertThat(msa(other.ask(Samples.referral("OTHER")))).isEqualTo("AA OTHER");
            client.write(frame.substring(100));

            assertThat(msa(client.read())).isEqualTo("AA MSG00001");
        }
    }

    @Test
    void half_a_message_before_a_close_leaves_no_trace() throws Exception {
        try (RawMllpClient client = client()) {
            client.write(framed(Samples.referral()).substring(0, 100));
        }
        try (RawMllpClient client = client()) {
            assertThat(msa(client.ask(Samples.referral("NEXT")))).isEqualTo("AA NEXT");
        }
        assertThat(inbox.stored()).extracting(InboundMessage::controlId).containsExactly("NEXT");
        assertThat(inbox.refused()).isEmpty();
    }

    @Test
    void a_message_of_two_mebibytes_is_refused_and_the_connection_lives_on() throws Exception {
        String tooLong = Samples.with(Samples.referral("BIG"), "NTE", 3, "x".repeat(2 << 20));
        try (RawMllpClient client = client()) {
            String answer = client.ask(tooLong);

            assertThat(msa(answer)).isEqualTo("AR BIG");
            assertThat(error(answer)).isEqualTo("102");
            assertThat(msa(client.ask(Samples.referral()))).isEqualTo("AA MSG00001");
            assertThat(inbox.refused().get(0).message().body()).hasSizeLessThan(10_000);
        }
    }

    @Test
    void two_mebibytes_of_something_else_close_the_connection() throws Exception {
        try (RawMllpClient client = client()) {
            client.write(framed("x".repeat(2 << 20)));

            assertThat(client.closedByPeer()).isTrue();
        }
    }

    @Test
    void a_message_without_start_byte_is_ignored_and_the_next_is_taken() throws Exception {
        try (RawMllpClient client = client()) {
            client.write(Samples.referral("NOSTART") + "\u001c\r");

            assertThat(msa(client.ask(Samples.referral()))).isEqualTo("AA MSG00001");
            assertThat(inbox.stored()).hasSize(1);
        }
    }

    @Test
    void a_byte_order_mark_and_crlf_are_tolerated() throws Exception {
        String message = "\uFEFF" + Samples.referral().replace("\r", "\r\n");
        try (RawMllpClient client = client()) {
            assertThat(msa(client.ask(message))).isEqualTo("AA MSG00001");
            assertThat(inbox.stored().get(0).body()).isEqualTo(message.getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.3", "2.8"})
    void old_and_new_versions_are_answered_in_their_own(String version) throws Exception {
        try (RawMllpClient client = client()) {
            String answer = client.ask(Samples.with(Samples.referral(), "MSH", 12, version));

            assertThat(msa(answer)).isEqualTo("AA MSG00001");
            assertThat(Samples.parsed(answer).msh().raw(12)).isEqualTo(version);
        }
    }

    @Test
    void a_repetition_gets_the_same_bytes_on_another_connection() throws Exception {
        String first;
        try (RawMllpClient client = client()) {
            first = client.ask(Samples.referral());
        }
        try (RawMllpClient client = client()) {
            assertThat(client.ask(Samples.referral())).isEqualTo(first);
            String conflict = client.ask(Samples.with(Samples.referral(), "NTE", 3, "other"));
            assertThat(msa(conflict) + " " + error(conflict)).isEqualTo("AR MSG00001 205");
        }
    }

    @Test
    void what_cannot_be_used_is_refused_and_the_next_message_is_taken() throws Exception {
        try (RawMllpClient client = client()) {
            assertThat(error(client.ask(Samples.with(Samples.referral("A"), "MSH", 4, "NOBODY"))))
                    .isEqualTo("204");
            assertThat(error(client.ask(Samples.with(Samples.referral("B"), "MSH", 6, "NOBODY"))))
                    .isEqualTo("204");
            assertThat(error(client.ask(Samples.with(Samples.referral("C"), "RF1", 6, ""))))
                    .isEqualTo("101");
            assertThat(msa(client.ask("PID|1||no header"))).isEqualTo("AR ");
            assertThat(msa(client.ask(Samples.referral()))).isEqualTo("AA MSG00001");
            assertThat(inbox.refused()).hasSize(4);
        }
    }

    @Test
    void a_failing_inbox_is_answered_ae_and_a_later_try_aa() throws Exception {
        GatedInbox gated = new GatedInbox(inbox);
        gated.failures = 1;
        start(gated, NOBODY, Duration.ofSeconds(30), 8);
        gated.open.countDown();
        try (RawMllpClient client = client()) {
            String answer = client.ask(Samples.referral());

            assertThat(msa(answer) + " " + error(answer)).isEqualTo("AE MSG00001 207");
            assertThat(msa(client.ask(Samples.referral()))).isEqualTo("AA MSG00001");
        }
    }

    @Test
    void nothing_is_said_before_the_inbox_has_committed() throws Exception {
        GatedInbox gated = new GatedInbox(inbox);
        start(gated, NOBODY, Duration.ofSeconds(30), 8);
        try (RawMllpClient client = client()) {
            client.write(framed(Samples.referral()));
            assertThat(gated.entered.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(client.hasNothingFor(Duration.ofMillis(300))).isTrue();
            gated.open.countDown();

            assertThat(msa(client.read())).isEqualTo("AA MSG00001");
        }
    }

    @Test
    void a_mistake_of_ours_hangs_up_instead_of_answering() throws Exception {
        IntakeObserver broken = (dialect, outcome, took) -> {
            throw new IllegalStateException("Doe^Jordan");
        };
        start(inbox, broken, Duration.ofSeconds(30), 8);
        try (RawMllpClient client = client()) {
            client.write(framed(Samples.referral()));

            assertThat(client.closedByPeer()).isTrue();
        }
    }

    @Test
    void a_silent_connection_is_closed() throws Exception {
        start(inbox, NOBODY, Duration.ofMillis(200), 8);
        try (RawMllpClient client = client()) {
            client.write(framed(Samples.referral()).substring(0, 50));

            assertThat(client.closedByPeer()).isTrue();
        }
    }

    @Test
    void connections_beyond_the_limit_are_closed_until_others_leave() throws Exception {
        start(inbox, NOBODY, Duration.ofSeconds(30), 2);
        try (RawMllpClient second = client()) {
            try (RawMllpClient first = client()) {
                assertThat(msa(first.ask(Samples.referral("ONE")))).isEqualTo("AA ONE");
                assertThat(msa(second.ask(Samples.referral("TWO")))).isEqualTo("AA TWO");
                try (RawMllpClient third = client()) {
                    assertThat(third.closedByPeer()).isTrue();
                }
            }
            await().untilAsserted(() -> {
                try (RawMllpClient third = client()) {
                    assertThat(msa(third.ask(Samples.referral("THREE")))).isEqualTo("AA THREE");
                }
            });
        }
    }

    @Test
    void the_port_is_free_after_a_stop() throws Exception {
        int port = routes.port();
        camel.stop();

        assertThatThrownBy(() -> new RawMllpClient(port)).isInstanceOf(ConnectException.class);
        assertThatThrownBy(routes::port).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_route_lets_no_header_in_and_no_exception_out() {
        RouteDefinition route = camel.getRouteDefinition(MllpIntakeRoutes.ROUTE_ID);

        assertThat(route.getOutputs()).first().isInstanceOf(OnExceptionDefinition.class);
        assertThat(route.getOutputs())
                .filteredOn(RemoveHeadersDefinition.class::isInstance)
                .extracting(step -> ((RemoveHeadersDefinition) step).getPattern())
                .containsExactly("*");
    }

    /** An inbox that fails some times, and commits only when the gate is open. */
    private static final class GatedInbox implements Inbox {

        private final Inbox inner;
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);
        private int failures;

        GatedInbox(Inbox inner) {
            this.inner = inner;
        }

        @Override
        public Receipt accept(InboundMessage message, @Nullable String answer) {
            entered.countDown();
            try {
                open.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (failures-- > 0) {
                throw new IllegalStateException("database down");
            }
            return inner.accept(message, answer);
        }

        @Override
        public void refuse(InboundMessage message, String reason, String answer) {
            inner.refuse(message, reason, answer);
        }
    }
}
