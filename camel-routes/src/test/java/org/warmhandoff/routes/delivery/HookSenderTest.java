package org.warmhandoff.routes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.routes.delivery.DeliveryResult.Delivered;
import org.warmhandoff.routes.delivery.DeliveryResult.Retry;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.partner.PartnerKind;

@Timeout(20)
class HookSenderTest {

    private static final Partner MERCY =
            new Partner("mercy", "Mercy", PartnerKind.HOSPITAL, List.of(), null, null, false, List.of());

    private final CountDownLatch testEnds = new CountDownLatch(1);
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        testEnds.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({
        "200, Delivered",
        "202, Delivered",
        "204, Delivered",
        "302, Retry",
        "400, Rejected",
        "404, Rejected",
        "410, Rejected",
        "429, Retry",
        "500, Retry"
    })
    void the_status_decides(int status, String result) {
        answer(status);

        assertThat(send(true, Duration.ofSeconds(5)))
                .returns(result, r -> r.getClass().getSimpleName());
        assertThat(bodies).hasSize(1);
    }

    @Test
    void the_address_of_a_client_reaches_nothing_local_unless_allowed() {
        answer(200);

        assertThat(send(false, Duration.ofSeconds(5))).isInstanceOf(Retry.class);
        assertThat(bodies).isEmpty();

        HookProperties allowing =
                new HookProperties(Set.of("127.0.0.1:" + server.getAddress().getPort()));
        assertThat(sender(new HookAddresses(allowing)).send(message(address(), false, Duration.ofSeconds(5))))
                .isInstanceOf(Delivered.class);
    }

    @Test
    void a_name_that_turns_local_between_look_and_connection_is_not_followed() {
        answer(200);
        AtomicInteger looks = new AtomicInteger();
        HookAddresses rebinding =
                new HookAddresses(new HookProperties(Set.of()), host -> new InetAddress[] {
                    InetAddress.getByName(looks.incrementAndGet() == 1 ? "93.184.216.34" : "127.0.0.1")
                });
        URI https = URI.create("https://rebind.example:" + server.getAddress().getPort() + "/hook");

        DeliveryResult result = sender(rebinding).send(message(https, false, Duration.ofSeconds(2)));

        assertThat(result).isInstanceOfSatisfying(Retry.class, retry -> assertThat(retry.errorCode())
                .isEqualTo("address"));
        assertThat(looks).hasValue(2);
    }

    @Test
    void an_answer_that_drips_ends_with_the_timeout() {
        server.createContext("/hook", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                testEnds.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(send(true, Duration.ofMillis(500))).isInstanceOf(Delivered.class);
    }

    @Test
    void silence_ends_with_the_timeout() {
        server.createContext("/hook", exchange -> {
            try {
                testEnds.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(send(true, Duration.ofMillis(300)))
                .isInstanceOfSatisfying(
                        Retry.class, retry -> assertThat(retry.errorCode()).isEqualTo("timeout"));
    }

    private void answer(int status) {
        server.createContext("/hook", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().set("Location", address() + "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    private DeliveryResult send(boolean trusted, Duration timeout) {
        return sender(new HookAddresses(new HookProperties(Set.of()))).send(message(address(), trusted, timeout));
    }

    private static HookSender sender(HookAddresses addresses) {
        return new HookSender(
                addresses, new SenderProperties(Duration.ofSeconds(5), Duration.ofSeconds(5)), Clock.systemUTC());
    }

    private static OutboundMessage message(URI address, boolean trusted, Duration timeout) {
        return OutboundMessage.toHook(
                MERCY,
                "m1",
                "application/fhir+json",
                "{}".getBytes(StandardCharsets.UTF_8),
                new PartnerEndpoint.RestHook(address, timeout, trusted));
    }
}
