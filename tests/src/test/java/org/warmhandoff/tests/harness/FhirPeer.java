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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MessageHeader;

/** A rehab centre that takes FHIR messages at {@code $process-message}, writes them down and answers by script. */
public final class FhirPeer implements AutoCloseable {

    private final int port = Ports.free();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fhir-peer");
        thread.setDaemon(true);
        return thread;
    });
    private final List<FhirMessage> received = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<FhirMessage> script = message -> 200;
    private volatile HttpServer server;

    public FhirPeer() {
        pickUp();
    }

    public String address() {
        return "http://127.0.0.1:" + port + "/fhir";
    }

    public int port() {
        return port;
    }

    /** Listens again, on the same port. */
    public void pickUp() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/fhir/$process-message", this::take);
            server.setExecutor(threads);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void hangUp() {
        server.stop(0);
    }

    /** The HTTP status for a message. */
    public void answers(ToIntFunction<FhirMessage> status) {
        script = status;
    }

    /** Every attempt to send a message about that referral number, in order, with the status that it got. */
    public List<FhirMessage> attemptsFor(String placer) {
        return received.stream().filter(message -> message.names(placer)).toList();
    }

    /** Those of {@link #attemptsFor} that were taken. */
    public List<FhirMessage> takenFor(String placer) {
        return attemptsFor(placer).stream().filter(FhirMessage::taken).toList();
    }

    @Override
    public void close() {
        hangUp();
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        FhirMessage message = new FhirMessage(body, 0);
        int status = script.applyAsInt(message);
        received.add(new FhirMessage(body, status));
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** One message as it came over the wire. */
    public record FhirMessage(String json, int status) {

        boolean names(String placer) {
            return json.contains("\"" + placer + "\"");
        }

        boolean taken() {
            return status / 100 == 2;
        }

        public Bundle bundle() {
            return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, json);
        }

        /** {@code Bundle.identifier}: the same on every retry. */
        public String identifier() {
            return bundle().getIdentifier().getValue();
        }

        public MessageHeader header() {
            return (MessageHeader) bundle().getEntryFirstRep().getResource();
        }

        public String event() {
            return header().getEventCoding().getCode();
        }
    }
}
