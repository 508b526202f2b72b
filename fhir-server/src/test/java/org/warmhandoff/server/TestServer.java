package org.warmhandoff.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.warmhandoff.routes.direct.DirectListener;
import org.warmhandoff.routes.hl7v2.MllpIntakeRoutes;
import org.warmhandoff.server.identity.TokenRequest;
import org.warmhandoff.server.postgres.TestPostgres;

/**
 * The real server on a database of its own, started at the first call and shared by all tests of the JVM, for a start
 * costs more than most tests. So a test makes clients and identifiers of its own and never counts what others may have
 * written.
 *
 * <p>Its partners: {@code mercy} (hospital, MERCYHOSP), {@code harbor} (rehab), {@code sunrise} (hosted programme, SUNRISEIOP),
 * {@code county-court} (a folder, and one for us), {@code valley} (a hospital; a folder), and the payers {@code acme-health} (PAY01) and
 * {@code beta-health} (PAY02), and {@code hillside} (a hospital that speaks Direct). Nobody listens where mercy and harbor are sent to.
 */
public final class TestServer {

    private static final AtomicReference<HillsideMail> HILLSIDE = new AtomicReference<>();

    private final ConfigurableApplicationContext context;
    private TokenRequest.Token token;
    private final HttpClient http = HttpClient.newHttpClient();

    private TestServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static TestServer shared() {
        return Shared.SERVER;
    }

    /** Where FHIR is served, without a slash at the end. */
    public String fhirBase() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + "/fhir";
    }

    /** Where folders of partners are. */
    public Path dataDirectory() {
        return Path.of(context.getEnvironment().getRequiredProperty("warmhandoff.data-dir"));
    }

    public HillsideMail hillside() {
        return HILLSIDE.get();
    }

    public int directPort() {
        return bean(DirectListener.class).port();
    }

    public int mllpPort() {
        return bean(MllpIntakeRoutes.class).port();
    }

    public <T> T bean(Class<T> type, String name) {
        return context.getBean(name, type);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Puts another bean in the place of one, for features that ask for it as they need it; null puts the first one back. */
    public void replaceBean(String name, @Nullable Object bean) {
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.destroySingleton(name);
        if (bean != null) {
            beans.registerSingleton(name, bean);
        }
    }

    /** How many beans there are, made by definition or otherwise. */
    public int beans() {
        return context.getBeanFactory().getSingletonCount();
    }

    /** A GET below the FHIR base, or of an absolute address. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE().build());
    }

    public HttpResponse<String> post(String path, String json) {
        return send(request(path, "Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** A POST of any bytes to a path beside FHIR, such as {@code /ccda}. */
    public HttpResponse<String> upload(String path, byte[] body, String... headers) {
        String address = fhirBase().replaceFirst("/fhir$", path);
        return send(request(address, headers)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    public HttpResponse<String> put(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/fhir+json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** A JSON Patch. */
    public HttpResponse<String> patch(String path, String json) {
        return send(request(path, "Content-Type", "application/json-patch+json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        URI address = URI.create(path.startsWith("http") ? path : fhirBase() + "/" + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + staffToken());
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    /** What all requests say who they are with, unless they say otherwise themselves. */
    public synchronized String staffToken() {
        if (token == null || token.expiresAt().isBefore(Instant.now().plusSeconds(60))) {
            String url = fhirBase().replaceFirst("/fhir$", "");
            token = new TokenRequest(url, dataDirectory(), Clock.systemUTC()).token("staff", null);
        }
        return token.value();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Started at the first call, by the class loader's own lock; Spring's shutdown hook stops it. */
    private static final class Shared {

        static final TestServer SERVER = start();

        private static TestServer start() {
            try {
                Path directory = Files.createTempDirectory("warmhandoff-test-server");
                SpringApplication application = new SpringApplication(WarmHandoffApplication.class);
                return new TestServer(application.run(arguments(directory)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String[] arguments(Path directory) {
            HILLSIDE.set(new HillsideMail(directory));
            PGSimpleDataSource database = (PGSimpleDataSource) TestPostgres.freshDatabase();
            List<String> arguments = new ArrayList<>(List.of(
                    "--server.port=0",
                    "--warmhandoff.mllp.port=0",
                    // Tests look into folders themselves.
                    "--warmhandoff.files.poll-interval=1h",
                    "--warmhandoff.court.check-interval=1h",
                    "--warmhandoff.referral.check-interval=1h",
                    "--warmhandoff.data-dir=" + directory,
                    "--warmhandoff.direct.address=" + HillsideMail.HUB,
                    "--warmhandoff.direct.key-store-password=" + HillsideMail.PASSWORD,
                    "--warmhandoff.direct.port=0",
                    "--warmhandoff.direct.relay=127.0.0.1:" + HILLSIDE.get().port(),
                    "--spring.datasource.url=" + database.getURL(),
                    "--spring.datasource.username=" + database.getUser(),
                    "--spring.datasource.password=" + Objects.requireNonNull(database.getPassword())));
            PARTNERS.lines()
                    .map(String::strip)
                    .map(line -> "--warmhandoff.partners" + line)
                    .forEach(arguments::add);
            return arguments.toArray(String[]::new);
        }

        private static final String PARTNERS =
                """
                [0].id=mercy
                [0].name=Mercy Hospital
                [0].kind=hospital
                [0].identifiers[0].system=http://hl7.org/fhir/sid/us-npi
                [0].identifiers[0].value=1093817465
                [0].mllp-sender.application=EPIC
                [0].mllp-sender.facility=MERCYHOSP
                [0].endpoint.type=mllp
                [0].endpoint.address=127.0.0.1:9
                [1].id=harbor
                [1].name=Harbor Rehab
                [1].kind=rehab
                [1].endpoint.type=fhir
                [1].endpoint.address=http://127.0.0.1:9/fhir
                [2].id=sunrise
                [2].name=Sunrise IOP
                [2].kind=iop-program
                [2].mllp-sender.application=SCHED
                [2].mllp-sender.facility=SUNRISEIOP
                [3].id=county-court
                [3].name=County Treatment Court
                [3].kind=court
                [3].endpoint.type=file
                [3].endpoint.address=file:court
                [3].inbox.type=file
                [3].inbox.address=file:court-inbox
                [4].id=acme-health
                [4].name=Acme Health
                [4].kind=payer
                [4].identifiers[0].system=urn:oid:2.16.840.1.113883.6.300
                [4].identifiers[0].value=PAY01
                [5].id=beta-health
                [5].name=Beta Health
                [5].kind=payer
                [5].identifiers[0].system=urn:oid:2.16.840.1.113883.6.300
                [5].identifiers[0].value=PAY02
                [6].id=valley
                [6].name=Valley Hospital
                [6].kind=hospital
                [6].identifiers[0].system=http://hl7.org/fhir/sid/us-npi
                [6].identifiers[0].value=1720384916
                [6].endpoint.type=file
                [6].endpoint.address=file:valley
                [7].id=hillside
                [7].name=Hillside Hospital
                [7].kind=hospital
                [7].endpoint.type=direct
                [7].endpoint.address=referrals@direct.hillside.example
                [7].endpoint.certificate=file:keys/hillside.pem
                """;
    }
}
