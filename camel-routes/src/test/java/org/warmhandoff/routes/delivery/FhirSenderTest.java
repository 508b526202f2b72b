package org.warmhandoff.routes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.routes.delivery.DeliveryResult.Delivered;
import org.warmhandoff.routes.delivery.DeliveryResult.Rejected;
import org.warmhandoff.routes.delivery.DeliveryResult.Retry;
import org.warmhandoff.routes.partner.PartnerEndpoint;

@Timeout(20)
class FhirSenderTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T18:30:00Z"), ZoneOffset.UTC);

    private final CountDownLatch testEnds = new CountDownLatch(1);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FhirSender sender = sender(Duration.ofSeconds(10));
    private final FhirSender impatient = sender(Duration.ofMillis(1500));
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
    @ValueSource(ints = {200, 201, 202, 204})
    void any_2xx_is_delivery(int status) {
        answer(status, null);

        assertThat(send()).isEqualTo(new Delivered("HTTP " + status));
    }

    @Test
    void posts_the_bundle_to_process_message() {
        answer(200, null);

        sender.send(Messages.bundle(new PartnerEndpoint.Fhir(URI.create(base() + "/"))));

        assertThat(requests)
                .containsExactly("POST /fhir/$process-message application/fhir+json "
                        + "{\"resourceType\":\"Bundle\",\"id\":\"" + Messages.SECRET + "\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 410, 412, 422})
    void other_4xx_are_final_and_quote_nothing(int status) {
        answer(status, null);

        DeliveryResult result = send();

        assertThat(result).isInstanceOf(Rejected.class);
        assertThat(((Rejected) result).errorCode()).isEqualTo("HTTP " + status);
        assertThat(result.toString()).doesNotContain(Messages.SECRET);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void overload_and_server_errors_are_tried_again(int status) {
        answer(status, null);

        assertThat(send()).isEqualTo(new Retry("HTTP " + status, "the partner cannot take it now"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | PT2M",
                "Mon, 23 Nov 2026 18:35:00 GMT | PT5M",
                "Mon, 23 Nov 2026 18:00:00 GMT | PT0S",
                "99999999 | PT24H",
                "soon | PT0S",
                "-5 | PT0S"
            })
    void retry_after_is_respected(String header, Duration notBefore) {
        answer(429, header);

        assertThat(((Retry) send()).notBefore()).isEqualTo(notBefore);
    }

    @Test
    void a_redirect_is_not_followed() {
        server.createContext("/elsewhere", exchange -> requests.add("followed"));
        server.createContext("/fhir", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
        });

        assertThat(((Retry) send()).errorCode()).isEqualTo("HTTP 307");
        assertThat(requests).isEmpty();
    }

    @Test
    void a_server_that_does_not_answer_is_given_up_on() {
        server.createContext("/fhir", exchange -> await());

        assertThat(((Retry) impatient.send(Messages.bundle(new PartnerEndpoint.Fhir(URI.create(base()))))).errorCode())
                .isEqualTo("timeout");
    }

    @Test
    void an_answer_whose_body_never_ends_counts_by_its_status() {
        server.createContext("/fhir", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            await();
        });

        assertThat(impatient.send(Messages.bundle(new PartnerEndpoint.Fhir(URI.create(base())))))
                .isEqualTo(new Delivered("HTTP 200"));
    }

    @Test
    void a_connection_that_is_reset_is_tried_again() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.submit(() -> {
                Socket client = socket.accept();
                client.getInputStream().read();
                client.setSoLinger(true, 0);
                client.close();
                return null;
            });

            assertThat(((Retry) sendTo("http://127.0.0.1:" + socket.getLocalPort())).errorCode())
                    .isEqualTo("io");
        }
    }

    @Test
    void a_server_that_is_down_is_tried_again() {
        server.stop(0);

        assertThat(((Retry) send()).errorCode()).isEqualTo("connect");
    }

    @Test
    void an_address_that_is_no_web_address_is_a_configuration_error_and_no_exception() {
        assertThat(((Retry) sendTo("ftp://127.0.0.1/x")).errorCode()).isEqualTo("configuration");
    }

    private static FhirSender sender(Duration readTimeout) {
        return new FhirSender(new SenderProperties(readTimeout, readTimeout), CLOCK);
    }

    private DeliveryResult send() {
        return sendTo(base());
    }

    private DeliveryResult sendTo(String address) {
        return sender.send(Messages.bundle(new PartnerEndpoint.Fhir(URI.create(address))));
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/fhir";
    }

    private void answer(int status, String retryAfter) {
        server.createContext("/fhir", exchange -> {
            requests.add(described(exchange));
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            byte[] body = Messages.SECRET.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
            if (status != 204) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
    }

    private static String described(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Content-Type") + " " + body;
    }

    private void await() {
        try {
            testEnds.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
