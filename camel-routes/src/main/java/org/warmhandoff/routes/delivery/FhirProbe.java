package org.warmhandoff.routes.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/** Reads the CapabilityStatement of a FHIR server (FHIR R4, 3.1.0.14) and looks whether it takes messages. */
final class FhirProbe implements PartnerProbe {

    private static final int LONGEST_STATEMENT = 4 * 1024 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private final SenderProperties properties;
    private final HttpClient http;

    FhirProbe(SenderProperties properties) {
        this.properties = properties;
        this.http = HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .followRedirects(Redirect.NEVER)
                .version(Version.HTTP_1_1)
                .build();
    }

    @Override
    public boolean probes(PartnerEndpoint endpoint) {
        return endpoint instanceof PartnerEndpoint.Fhir;
    }

    @Override
    public List<ProbeStep> connect(Partner partner) {
        Scorecard card = new Scorecard();
        connect(address(partner), card);
        return card.steps();
    }

    @Override
    public List<ProbeStep> check(Partner partner) {
        Scorecard card = new Scorecard();
        URI address = address(partner);
        if (connect(address, card)) {
            capabilities(address, card);
        }
        return card.steps();
    }

    private boolean connect(URI address, Scorecard card) {
        boolean tls = "https".equals(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : tls ? 443 : 80;
        if (!tls) {
            return card.add("connects", () -> {
                Connection.open(address.getHost(), port, properties.connectTimeout());
                return "without TLS";
            });
        }
        return card.add(
                "connects with TLS",
                () -> "certificate until "
                        + Connection.certificateEnd(address.getHost(), port, properties.connectTimeout()));
    }

    private void capabilities(URI address, Scorecard card) {
        JsonNode[] statement = new JsonNode[1];
        boolean read = card.add("serves a CapabilityStatement", () -> {
            statement[0] = fetch(address);
            return "HTTP 200";
        });
        if (read) {
            card.add("speaks FHIR R4", () -> {
                boolean r4 = statement[0].path("fhirVersion").asText().startsWith("4.0");
                return passedIf(r4, "fhirVersion is 4.0", "fhirVersion is not 4.0");
            });
            card.add(
                    "takes messages",
                    () -> passedIf(
                            takesMessages(statement[0]),
                            "process-message is listed",
                            "neither messaging nor the operation process-message is listed"));
        }
    }

    private JsonNode fetch(URI address) throws IOException, InterruptedException, Scorecard.Failed {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(address.toString().replaceAll("/+$", "") + "/metadata"))
                .timeout(properties.readTimeout())
                .header("Accept", "application/fhir+json")
                .build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new Scorecard.Failed("HTTP " + response.statusCode());
            }
            JsonNode statement = JSON.readTree(body.readNBytes(LONGEST_STATEMENT));
            if (!statement.path("resourceType").asText().equals("CapabilityStatement")) {
                throw new Scorecard.Failed("the answer is no CapabilityStatement in JSON");
            }
            return statement;
        }
    }

    private static boolean takesMessages(JsonNode statement) {
        for (JsonNode rest : statement.path("rest")) {
            for (JsonNode operation : rest.path("operation")) {
                if (operation.path("name").asText().equals("process-message")) {
                    return true;
                }
            }
        }
        return !statement.path("messaging").isEmpty();
    }

    private static String passedIf(boolean passed, String so, String otherwise) throws Scorecard.Failed {
        if (!passed) {
            throw new Scorecard.Failed(otherwise);
        }
        return so;
    }

    private static URI address(Partner partner) {
        if (partner.endpoint() instanceof PartnerEndpoint.Fhir fhir) {
            return fhir.address();
        }
        throw new IllegalArgumentException("not a FHIR endpoint");
    }
}
