package org.warmhandoff.routes.delivery;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpResponse;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.DnsResolver;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/**
 * Posts a notification to a REST hook (FHIR R4, Subscription). The host of a client's address is resolved, judged and
 * connected to by the same look-up; redirects are not followed and no proxy or cookie is used. Any 2xx is delivery.
 */
final class HookSender implements PartnerSender {

    private static final int CONNECTIONS = 64;

    private final HookAddresses addresses;
    private final SenderProperties properties;
    private final Clock clock;
    private final CloseableHttpClient trusting;
    private final CloseableHttpClient wary;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "hook-watch");
        thread.setDaemon(true);
        return thread;
    });

    HookSender(HookAddresses addresses, SenderProperties properties, Clock clock) {
        this.addresses = addresses;
        this.properties = properties;
        this.clock = clock;
        this.trusting = client(InetAddress::getAllByName);
        this.wary = client(addresses::publicAddresses);
    }

    private static CloseableHttpClient client(DnsResolver resolver) {
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
                RegistryBuilder.<ConnectionSocketFactory>create()
                        .register("http", PlainConnectionSocketFactory.getSocketFactory())
                        .register("https", SSLConnectionSocketFactory.getSocketFactory())
                        .build(),
                resolver);
        connections.setMaxTotal(CONNECTIONS);
        connections.setDefaultMaxPerRoute(CONNECTIONS);
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionTimeToLive(30, TimeUnit.SECONDS)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    @Override
    public boolean serves(PartnerEndpoint endpoint) {
        return endpoint instanceof PartnerEndpoint.RestHook;
    }

    @Override
    public DeliveryResult send(OutboundMessage message) {
        if (!(message.elsewhere() instanceof PartnerEndpoint.RestHook hook)) {
            return DeliveryFailures.wrongEndpoint();
        }
        Optional<String> fault = hook.trusted() ? Optional.empty() : addresses.fault(hook.address());
        if (fault.isPresent()) {
            // A name that leads nowhere may lead somewhere again.
            return new DeliveryResult.Retry("address", "the address " + fault.get());
        }
        boolean free = hook.trusted() || addresses.allowed(hook.address());
        return post(free ? trusting : wary, request(hook, message), hook.timeout());
    }

    private HttpPost request(PartnerEndpoint.RestHook hook, OutboundMessage message) {
        HttpPost post = new HttpPost(URI.create(hook.address().toString()));
        int connect = millis(properties.connectTimeout());
        post.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(connect)
                .setConnectTimeout(Math.min(connect, millis(hook.timeout())))
                .setSocketTimeout(millis(hook.timeout()))
                .build());
        post.setHeader(HttpHeaders.CONTENT_TYPE, message.contentType());
        post.setHeader(HttpHeaders.ACCEPT, "application/fhir+json");
        post.setEntity(new ByteArrayEntity(message.body()));
        return post;
    }

    /** A socket's timeout begins anew with every byte; the watch ends the whole exchange. */
    private DeliveryResult post(CloseableHttpClient client, HttpPost post, Duration timeout) {
        ScheduledFuture<?> end = watch.schedule(post::abort, timeout.toMillis(), TimeUnit.MILLISECONDS);
        // The answer's body is of no interest: closing drops the connection with it.
        try (CloseableHttpResponse answer = client.execute(post)) {
            return result(answer);
        } catch (IOException | IllegalStateException e) {
            return failed(e, post.isAborted());
        } finally {
            end.cancel(false);
        }
    }

    private DeliveryResult result(HttpResponse answer) {
        int status = answer.getStatusLine().getStatusCode();
        String code = "HTTP " + status;
        if (status >= 200 && status < 300) {
            return new DeliveryResult.Delivered(code);
        }
        if (status >= 400 && status < 500 && status != 408 && status != 425 && status != 429) {
            return new DeliveryResult.Rejected(code, "the subscriber refused the notification");
        }
        Optional<String> retryAfter =
                Optional.ofNullable(answer.getFirstHeader("Retry-After")).map(Header::getValue);
        return new DeliveryResult.Retry(
                code,
                status < 400 ? "the subscriber's address has moved" : "the subscriber cannot take it now",
                RetryAfter.parse(retryAfter, clock));
    }

    private static DeliveryResult failed(Exception failure, boolean aborted) {
        if (failure instanceof UnknownHostException) {
            return new DeliveryResult.Retry("address", "the host is unknown or not public");
        } else if (failure instanceof java.net.ConnectException || failure instanceof ConnectTimeoutException) {
            return new DeliveryResult.Retry("connect", "the subscriber cannot be reached");
        } else if (aborted || failure instanceof InterruptedIOException) {
            return new DeliveryResult.Retry("timeout", "the subscriber did not answer in time");
        }
        return new DeliveryResult.Retry("io", failure.getClass().getSimpleName());
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
