package org.warmhandoff.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds, lists and revokes clients of the running server. */
@Command(
        name = "client",
        mixinStandardHelpOptions = true,
        description = "Adds, lists and revokes clients of the running server.")
final class ClientCommand implements Runnable {

    private static final String CLIENTS = "/admin/clients";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: add, list or revoke");
    }

    /** What a client is made of. */
    static final class NewClient {

        @Option(names = "--id", required = true, paramLabel = "ID", description = "Its client_id.")
        private String id = "";

        @Option(
                names = "--jwks",
                paramLabel = "FILE|URL",
                description = "File with its public keys (JSON Web Key Set), or their https address.")
        private @Nullable String jwks;

        @Option(
                names = "--scopes",
                required = true,
                description = "The most that it may ask for, such as \"system/Task.rs\".")
        private String scopes = "";

        @Option(names = "--partner", paramLabel = "ID", description = "Whose client it is. Default: the hub's own.")
        private @Nullable String partner;

        @Option(names = "--role", description = "Of a client of the hub's own, such as admin. May be repeated.")
        private List<String> roles = List.of();

        @Option(names = "--redirect-uri", description = "Of an app that people use. May be repeated.")
        private List<String> redirectUris = List.of();

        ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("id", id).put("scopes", scopes).put("partner", partner);
            roles.forEach(json.withArray("roles")::add);
            redirectUris.forEach(json.withArray("redirectUris")::add);
            if (jwks != null) {
                json.set("jwks", keys(jwks));
            }
            return json;
        }

        private static JsonNode keys(String jwks) {
            if (jwks.matches("(?i)https?://.*")) {
                return TextNode.valueOf(jwks);
            }
            try {
                JsonNode read = new JsonMapper().readTree(Files.readString(Path.of(jwks.replaceFirst("^file:", ""))));
                if (!read.isObject()) {
                    throw new AdminClient.Refused(2, "--jwks: the file holds no JSON Web Key Set");
                }
                return read;
            } catch (IOException | InvalidPathException e) {
                throw new AdminClient.Refused(
                        2, "--jwks: the file cannot be read (" + e.getClass().getSimpleName() + ")");
            }
        }
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a client.")
    int add(@Mixin ServerOptions server, @Mixin NewClient client) throws Exception {
        return server.run(() -> {
            JsonNode answer = server.client().post(CLIENTS, client.json());
            if (!server.printed(answer)) {
                spec.commandLine().getOut().println(answer.path("id").asText() + " is added.");
            }
            return 0;
        });
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists clients.")
    int list(@Mixin ServerOptions server) throws Exception {
        return server.run(() -> {
            JsonNode all = server.client().get(CLIENTS);
            if (!server.printed(all)) {
                List<JsonNode> rows = new ArrayList<>();
                all.forEach(rows::add);
                Lines.table(spec.commandLine().getOut(), List.of("id", "partner", "source", "revoked", "scopes"), rows);
            }
            return 0;
        });
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Gives a client no more tokens and refuses those that it has.")
    int revoke(@Mixin ServerOptions server, @Parameters(paramLabel = "ID") String id) throws Exception {
        return server.run(() -> {
            JsonNode answer = server.client().delete(CLIENTS + "/" + AdminClient.encoded(id));
            if (!server.printed(answer)) {
                spec.commandLine().getOut().println(id + " is revoked.");
            }
            return 0;
        });
    }
}
