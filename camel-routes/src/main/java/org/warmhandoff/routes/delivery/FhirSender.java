package org.warmhandoff.routes.delivery;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/** Posts a message Bundle to {@code [address]/$process-message} (FHIR R4, messaging). Any 2xx is delivery. */
final class FhirSender implements PartnerSender {

    private final HttpClient http;
    private final SenderProperties properties;
    private final Clock clock;

    FhirSender(SenderProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                // A redirect would carry the message to an address that nobody configured.
                .followRedirects(Redirect.NEVER)
                // Over plain HTTP the client would otherwise ask for an upgrade, which some servers cannot answer.
                .version(Version.HTTP_1_1)
                .build();
    }

    @Override
    public boolean serves(PartnerEndpoint endpoint) {
        return endpoint instanceof PartnerEndpoint.Fhir;
    }

    @Override
    public DeliveryResult send(OutboundMessage message) {
        if (!(message.partner().endpoint() instanceof PartnerEndpoint.Fhir endpoint)) {
            return DeliveryFailures.wrongEndpoint();
        }
        AtomicReference<@Nullable ResponseInfo> answer = new AtomicReference<>();
        try {
            HttpRequest request = request(endpoint, message);
            Exception failure = exchange(request, answer);
            ResponseInfo answered = answer.get();
            if (answered != null) {
                // The answer's body is of no interest, so neither is how reading it ended.
                return result(answered);
            }
            return failure == null ? new DeliveryResult.Retry("io", "no answer") : failed(failure);
        } catch (IllegalArgumentException e) {
            return new DeliveryResult.Retry("configuration", "the address cannot be used");
        }
    }

    private HttpRequest request(PartnerEndpoint.Fhir endpoint, OutboundMessage message) {
        String base = endpoint.address().toString().replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create(base + "/$process-message"))
                .timeout(properties.readTimeout())
                .header("Content-Type", message.contentType())
                .header("Accept", "application/fhir+json")
                .POST(BodyPublishers.ofByteArray(message.body()))
                .build();
    }

    /** The request's own timeout ends with the first byte of the answer; the one here ends the whole exchange. */
    private @Nullable Exception exchange(HttpRequest request, AtomicReference<@Nullable ResponseInfo> answer) {
        BodyHandler<Void> keepStatus = info -> {
            answer.set(info);
            return BodySubscribers.replacing(null);
        };
        CompletableFuture<?> exchange = http.sendAsync(request, keepStatus);
        try {
            long millis =
                    properties.connectTimeout().plus(properties.readTimeout()).toMillis();
            exchange.get(millis, TimeUnit.MILLISECONDS);
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.cancel(true);
            return e;
        } catch (TimeoutException e) {
            exchange.cancel(true);
            return e;
        } catch (ExecutionException e) {
            return e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private DeliveryResult result(ResponseInfo answer) {
        int status = answer.statusCode();
        String code = "HTTP " + status;
        if (status >= 200 && status < 300) {
            return new DeliveryResult.Delivered(code);
        }
        if (status >= 400 && status < 500 && status != 408 && status != 429) {
            return new DeliveryResult.Rejected(code, "the partner refused the message");
        }
        return new DeliveryResult.Retry(
                code,
                status < 400 ? "the partner's address has moved" : "the partner cannot take it now",
                RetryAfter.parse(answer.headers().firstValue("Retry-After"), clock));
    }

    private static DeliveryResult failed(Exception failure) {
        if (failure instanceof HttpConnectTimeoutException || failure instanceof ConnectException) {
            return new DeliveryResult.Retry("connect", "the partner cannot be reached");
        }
        if (failure instanceof HttpTimeoutException || failure instanceof TimeoutException) {
            return new DeliveryResult.Retry("timeout", "the partner did not answer in time");
        }
        if (failure instanceof InterruptedException) {
            return new DeliveryResult.Retry("interrupted", "the attempt was stopped");
        }
        String kind = failure instanceof IOException ? "io" : "error";
        return new DeliveryResult.Retry(kind, failure.getClass().getSimpleName());
    }
}
