package org.warmhandoff.server.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.core.Ordered;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.identity.SmartScope;
import org.warmhandoff.server.part2.Purpose;

/** The real server, spoken to by callers of whom headers say who they are and which scopes they have. */
final class ScopedServer implements AutoCloseable {

    static final FhirContext FHIR = FhirContext.forR4Cached();

    private static final String CALLER = "X-Caller";
    private static final String SCOPES = "X-Scopes";
    private static final String PATIENT = "X-Patient";

    final TestServer server = TestServer.shared();
    private final HttpClient http = HttpClient.newHttpClient();

    /** Of a request: {@code staff}, a role, or a partner's id. */
    record As(ScopedServer server, String who, String scopes, String patient) {

        HttpResponse<String> send(String method, String path, String body, String... headers) {
            return server.send(this, method, path, body, headers);
        }

        HttpResponse<String> get(String path, String... headers) {
            return send("GET", path, "", headers);
        }

        int status(String path) {
            return get(path).statusCode();
        }

        HttpResponse<String> post(Resource resource) {
            return send("POST", resource instanceof Bundle ? "" : resource.fhirType(), json(resource));
        }

        HttpResponse<String> put(Resource resource) {
            return send("PUT", resource.fhirType() + "/" + resource.getIdElement().getIdPart(), json(resource));
        }

        /** Types and ids of all that a search found. */
        List<String> found(String path) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
            return bundle(answer).getEntry().stream()
                    .filter(entry -> entry.hasResource()
                            && !entry.getResource().fhirType().equals("OperationOutcome"))
                    .map(entry -> entry.getResource().fhirType() + "/"
                            + entry.getResource().getIdElement().getIdPart())
                    .toList();
        }

        As about(String patientId) {
            return new As(server, who, scopes, patientId);
        }
    }

    private static final class Believer implements CurrentCaller, Ordered {

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public Optional<Caller> caller() {
            if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
                return Optional.empty();
            }
            String who = Optional.ofNullable(attributes.getRequest().getHeader(CALLER))
                    .orElse("staff");
            Set<String> scopes = SmartScope.split(Optional.ofNullable(
                            attributes.getRequest().getHeader(SCOPES))
                    .orElse("system/*.cruds"));
            String patient = attributes.getRequest().getHeader(PATIENT);
            Set<Role> roles = List.of(who.split("\\+")).stream()
                    .map(Role::of)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet());
            Purpose purpose = who.endsWith("-health") ? Purpose.HPAYMT : Purpose.TREAT;
            Caller caller = who.equals("staff")
                    ? new Caller(
                            Caller.Kind.STAFF, "staff", null, null, EnumSet.allOf(Role.class), scopes, purpose, null)
                    : roles.isEmpty()
                            ? new Caller(
                                    Caller.Kind.PARTNER, who + "-client", null, who, Set.of(), scopes, purpose, null)
                            : new Caller(Caller.Kind.USER, "app", "robin", null, roles, scopes, purpose, patient);
            return Optional.of(caller);
        }
    }

    ScopedServer() {
        server.replaceBean("currentCaller", new Believer());
    }

    @Override
    public void close() {
        server.replaceBean("currentCaller", null);
    }

    As as(String who, String scopes) {
        return new As(this, who, scopes, "");
    }

    As staff() {
        return as("staff", "system/*.cruds");
    }

    /** Creates as staff; its reference. */
    String create(Resource resource) {
        HttpResponse<String> answer = staff().post(resource);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        IdType id = new IdType(answer.headers().firstValue("Location").orElseThrow());
        return id.getResourceType() + "/" + id.getIdPart();
    }

    static String unique() {
        return UUID.randomUUID().toString();
    }

    static String json(Resource resource) {
        return FHIR.newJsonParser().encodeResourceToString(resource);
    }

    static Bundle bundle(HttpResponse<String> answer) {
        return FHIR.newJsonParser().parseResource(Bundle.class, answer.body());
    }

    private HttpResponse<String> send(As as, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(path.startsWith("http") ? path : server.fhirBase() + "/" + path))
                .header("Authorization", "Bearer " + server.staffToken())
                .header(CALLER, as.who())
                .header(SCOPES, as.scopes())
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/fhir+json");
        }
        if (!as.patient().isEmpty()) {
            request.header(PATIENT, as.patient());
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
