package org.warmhandoff.tests.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;

/** A subscriber's REST hook: takes notifications on any path, writes them down and answers by script. */
public final class HookPeer implements AutoCloseable {

    private final int port = Ports.free();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "hook-peer");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Notification> received = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Notification> script = notification -> 200;
    private volatile HttpServer server;

    public HookPeer() {
        pickUp();
    }

    public String authority() {
        return "127.0.0.1:" + port;
    }

    public String address(String path) {
        return "http://" + authority() + "/" + path;
    }

    public void pickUp() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", this::take);
            server.setExecutor(threads);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void hangUp() {
        server.stop(0);
    }

    public void answers(ToIntFunction<Notification> status) {
        script = status;
    }

    /** What came to a path and was taken, in order. */
    public List<Notification> taken(String path) {
        return attempts(path).stream()
                .filter(notification -> notification.status() / 100 == 2)
                .toList();
    }

    public List<Notification> attempts(String path) {
        return received.stream()
                .filter(notification -> notification.path().equals("/" + path))
                .toList();
    }

    /** The events among {@link #taken}. */
    public List<Notification> events(String path) {
        return taken(path).stream()
                .filter(notification -> notification.type().equals("event-notification"))
                .toList();
    }

    @Override
    public void close() {
        hangUp();
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String path = exchange.getRequestURI().getPath();
        int status = script.applyAsInt(new Notification(path, body, 0));
        received.add(new Notification(path, body, status));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** One notification as it came over the wire. */
    public record Notification(String path, String json, int status) {

        public Bundle bundle() {
            return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, json);
        }

        public Parameters subscriptionStatus() {
            return (Parameters) bundle().getEntryFirstRep().getResource();
        }

        public String type() {
            return subscriptionStatus().getParameter("type").getValue().primitiveValue();
        }

        /** 0 where there is none. */
        public long number() {
            return part("event-number")
                    .map(part -> Long.parseLong(part.getValue().primitiveValue()))
                    .orElse(0L);
        }

        /** {@code Task/[id]}, or nothing. */
        public String focus() {
            return part("focus")
                    .map(part -> ((Reference) part.getValue()).getReferenceElement())
                    .map(id -> id.getResourceType() + "/" + id.getIdPart())
                    .orElse("");
        }

        private Optional<ParametersParameterComponent> part(String name) {
            return subscriptionStatus().getParameter().stream()
                    .filter(parameter -> parameter.getName().equals("notification-event"))
                    .flatMap(event -> event.getPart().stream())
                    .filter(part -> part.getName().equals(name))
                    .findFirst();
        }
    }
}
