package org.warmhandoff.server.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.warmhandoff.server.identity.StaffKey;

/** What a server has for commands beside their answers: a key of staff, and a token for it. */
final class TokenGiver {

    static final String TOKEN = "a.good.token";

    private TokenGiver() {}

    /** The argument that names the data directory with the key. */
    static String at(HttpServer server) throws IOException {
        Path dataDirectory = Files.createTempDirectory("commands");
        new StaffKey(dataDirectory).orMade();
        server.createContext(
                "/.well-known/smart-configuration",
                exchange -> answer(exchange, "{\"token_endpoint\":\"http://elsewhere.example/oauth2/token\"}"));
        server.createContext(
                "/oauth2/token",
                exchange -> answer(exchange, "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":300}"));
        return "--warmhandoff.data-dir=" + dataDirectory;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
