package org.warmhandoff.tests.privacy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Not a FHIR server, but as careless as some: it hides records, and tells of them by one way. */
final class LeakyServer implements AutoCloseable {

    enum Leak {
        NOTHING,
        TOTAL,
        STATUS_OF_HIDDEN,
        ETAG,
        CHAIN
    }

    private final HttpServer http;
    private final Leak leak;
    private final boolean hiddenIsThere;

    LeakyServer(Leak leak, boolean hiddenIsThere) {
        this.leak = leak;
        this.hiddenIsThere = hiddenIsThere;
        try {
            http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", this::answer);
        http.start();
    }

    Side side() {
        String base = "http://127.0.0.1:" + http.getAddress().getPort() + "/fhir";
        return new Side(base, principal -> "", "none", true);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        boolean tells = hiddenIsThere
                && switch (leak) {
                    case NOTHING -> false;
                    case TOTAL -> target.contains("_total=accurate");
                    case STATUS_OF_HIDDEN -> target.contains("/hidden");
                    case ETAG -> target.contains("Group/");
                    case CHAIN -> target.contains("subject.name=Hidden");
                };
        int status = tells && leak == Leak.STATUS_OF_HIDDEN ? 403 : target.contains("/hidden") ? 404 : 200;
        exchange.getResponseHeaders().set("ETag", tells && leak == Leak.ETAG ? "W/\"2\"" : "W/\"1\"");
        byte[] body = ("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"id\":\"" + java.util.UUID.randomUUID()
                        + "\",\"total\":" + (tells && leak != Leak.ETAG ? 1 : 0) + ",\"entry\":[]}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
