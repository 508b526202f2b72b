package org.warmhandoff.server.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.warmhandoff.server.work.QueueDatabase;
import org.warmhandoff.server.work.RetryPolicy;
import org.warmhandoff.server.work.SettableClock;

class AlertSenderTest {

    private static final String DELIVERY =
            """
            insert into warmhandoff.delivery (partner_id, order_key, kind, payload, idempotency_key, state, created_at, due_at)
            values ('harbor', 'R1', 'x', '{}', :key, 'ready', now(), now()) returning id
            """;

    private final SettableClock clock = new SettableClock();
    private final DataSource database = QueueDatabase.empty();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final AlertRows rows = new AlertRows(jdbc);
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final List<String> signatures = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path data;

    private volatile int status = 204;
    private HttpServer listener;

    @BeforeEach
    void listen() throws IOException {
        jdbc.sql("truncate warmhandoff.alert").update();
        Files.writeString(data.resolve("alert-secret"), "s3cret\n");
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            signatures.add(exchange.getRequestHeaders().getFirst(AlertWebhook.SIGNATURE));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        listener.start();
    }

    @AfterEach
    void stop() {
        listener.stop(0);
    }

    @Test
    void a_delivery_that_dies_is_posted_once_with_ids_alone() throws Exception {
        long id = dead("k1");

        sender("file:alert-secret").run();
        sender("file:alert-secret").run();

        assertThat(bodies).hasSize(1);
        JsonNode alert =
                new ObjectMapper().readTree(bodies.get(0)).path("alerts").path(0);
        assertThat(alert.path("kind").asText()).isEqualTo("delivery-dead");
        assertThat(alert.path("subject").asText()).isEqualTo("out-" + id);
        assertThat(alert.path("partner").asText()).isEqualTo("harbor");
        assertThat(alert.path("code").asText()).isEqualTo("HTTP 422");
    }

    @Test
    void a_post_is_signed_over_its_time_and_bytes() throws Exception {
        dead("k1");

        sender("file:alert-secret").run();

        String[] parts = signatures.get(0).split(",v1=");
        assertThat(parts[0]).isEqualTo("t=" + clock.instant().getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signed = (parts[0].substring(2) + "." + bodies.get(0)).getBytes(StandardCharsets.UTF_8);
        assertThat(parts[1]).isEqualTo(HexFormat.of().formatHex(mac.doFinal(signed)));
    }

    @Test
    void a_thousand_deaths_are_ten_posts() {
        for (int i = 0; i < 250; i++) {
            dead("k" + i);
        }

        for (int i = 0; i < 5; i++) {
            sender("file:alert-secret").run();
        }

        assertThat(bodies).hasSize(3);
        assertThat(bodies.get(0)).contains("\"waiting\":150");
        assertThat(rows.waiting()).isZero();
    }

    @Test
    void what_is_refused_is_tried_again_later_and_dropped_in_the_end() {
        status = 500;
        dead("k1");
        AlertSender sender = sender("file:alert-secret");

        sender.run();
        sender.run();
        assertThat(bodies).as("not again at once").hasSize(1);
        clock.tick(Duration.ofHours(2));
        sender.run();
        assertThat(bodies).hasSize(2);
        status = 200;
        clock.tick(Duration.ofHours(2));
        sender.run();
        assertThat(rows.waiting()).isZero();

        status = 500;
        dead("k2");
        clock.tick(Duration.ofHours(25));
        sender.run();
        assertThat(rows.waiting()).isZero();
        assertThat(bodies).hasSize(3);
    }

    @Test
    void without_its_secret_nothing_is_posted_and_nothing_lost() {
        dead("k1");

        sender("file:no-such-file").run();
        sender("env:NOT_SET").run();

        assertThat(bodies).isEmpty();
        assertThat(rows.waiting()).isEqualTo(1);
    }

    @Test
    void a_secret_may_be_in_the_environment() {
        dead("k1");

        sender("env:ALERTS").run();

        assertThat(signatures).hasSize(1);
    }

    @Test
    void a_secret_in_the_configuration_itself_and_a_webhook_without_one_are_refused() {
        URI hook = URI.create("http://127.0.0.1/");
        assertThatThrownBy(() -> new AlertProperties(hook, null, Duration.ofMinutes(1), Duration.ofDays(1)))
                .hasMessageContaining("warmhandoff.alerts.secret");
        assertThatThrownBy(() -> new AlertProperties(hook, "s3cret", Duration.ofMinutes(1), Duration.ofDays(1)))
                .hasMessageContaining("not the secret itself");
        assertThatThrownBy(() ->
                        new AlertProperties(URI.create("ftp://x/"), "env:A", Duration.ofMinutes(1), Duration.ofDays(1)))
                .hasMessageContaining("warmhandoff.alerts.webhook");
    }

    private long dead(String key) {
        long id = jdbc.sql(DELIVERY).param("key", key).query(Long.class).single();
        jdbc.sql(
                        "update warmhandoff.delivery set state = 'dead', reason = 'HTTP 422', settled_at = :now where id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        return id;
    }

    private AlertSender sender(String secret) {
        URI hook = URI.create("http://127.0.0.1:" + listener.getAddress().getPort() + "/hook");
        AlertProperties properties = new AlertProperties(hook, secret, Duration.ofMinutes(1), Duration.ofDays(1));
        AlertWebhook webhook =
                new AlertWebhook(hook, new AlertSecret(secret, data, Map.of("ALERTS", "another")), new ObjectMapper());
        RetryPolicy retry =
                new RetryPolicy(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1), new Random(1));
        return new AlertSender(rows, webhook, properties, retry, "https://hub.example", clock);
    }
}
