package org.warmhandoff.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, pauses and tries out partners of the running server. */
@Command(
        name = "partner",
        mixinStandardHelpOptions = true,
        description = "Lists, pauses, tries out and removes partners of the running server.")
final class PartnerCommand implements Runnable {

    private static final String PARTNERS = "/admin/partners";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: list, check, pause, resume, remove or reload");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists partners.")
    int list(@Mixin ServerOptions server) throws Exception {
        return server.run(() -> {
            JsonNode all = server.client().get(PARTNERS);
            if (!server.printed(all)) {
                List<JsonNode> rows = new ArrayList<>();
                all.forEach(partner -> rows.add(row(partner)));
                Lines.table(out(), List.of("id", "name", "kind", "source", "paused", "endpoint", "conflict"), rows);
            }
            return 0;
        });
    }

    private static JsonNode row(JsonNode partner) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        JsonNode entry = partner.path("entry");
        row.set("id", partner.path("id"));
        row.set("name", entry.path("name"));
        row.set("kind", entry.path("kind"));
        row.set("source", partner.path("source"));
        row.set("paused", partner.path("paused"));
        row.set("conflict", partner.path("conflict"));
        JsonNode endpoint = entry.path("endpoint");
        row.put(
                "endpoint",
                endpoint.isObject()
                        ? endpoint.path("type").asText() + " "
                                + endpoint.path("address").asText()
                        : "-");
        return row;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Exchanges test messages with a partner and prints a scorecard.",
                "Exit code 1 when a step fails. Nothing about any client is sent."
            })
    int check(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--connect-only", description = "Only see whether it is there and lets us in.")
                    boolean connectOnly)
            throws Exception {
        return server.run(() -> {
            JsonNode card = server.client()
                    .post(PARTNERS + "/" + AdminClient.encoded(id) + (connectOnly ? "/test" : "/check"), null);
            boolean passed = card.path("passed").asBoolean();
            if (!server.printed(card)) {
                List<JsonNode> rows = new ArrayList<>();
                card.path("steps").forEach(step -> rows.add(scored(step)));
                Lines.table(out(), List.of("result", "step", "millis", "detail"), rows);
                out().println(id + (passed ? " passed." : " did not pass."));
            }
            return passed ? 0 : 1;
        });
    }

    private static JsonNode scored(JsonNode step) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("result", step.path("passed").asBoolean() ? "ok" : "FAILED");
        row.set("step", step.path("name"));
        row.set("millis", step.path("millis"));
        row.set("detail", step.path("detail"));
        return row;
    }

    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = "Sends nothing to a partner until it is resumed; what it sends is taken in.")
    int pause(@Mixin ServerOptions server, @Parameters(paramLabel = "ID") String id) throws Exception {
        return change(server, id, "/pause", "is paused.");
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Sends to a paused partner again.")
    int resume(@Mixin ServerOptions server, @Parameters(paramLabel = "ID") String id) throws Exception {
        return change(server, id, "/resume", "is sent to again.");
    }

    private int change(ServerOptions server, String id, String path, String done) throws Exception {
        return server.run(() -> {
            JsonNode answer = server.client().post(PARTNERS + "/" + AdminClient.encoded(id) + path, null);
            if (!server.printed(answer)) {
                out().println(id + " " + done);
            }
            return 0;
        });
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a partner that was added.")
    int remove(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--cancel", description = "Cancel what has not left yet.") boolean cancel)
            throws Exception {
        return server.run(() -> {
            JsonNode answer = server.client().delete(PARTNERS + "/" + AdminClient.encoded(id) + "?cancel=" + cancel);
            if (!server.printed(answer)) {
                out().println(id + " is removed, " + answer.path("cancelled").asInt() + " deliveries cancelled.");
            }
            return 0;
        });
    }

    @Command(
            name = "reload",
            mixinStandardHelpOptions = true,
            description = "Has the server read the partners of its configuration files again.")
    int reload(@Mixin ServerOptions server) throws Exception {
        return server.run(() -> {
            JsonNode answer = server.client().post(PARTNERS + "/reload", null);
            if (!server.printed(answer)) {
                answer.fields().forEachRemaining(field -> out().println(field.getKey() + ": " + field.getValue()));
            }
            return 0;
        });
    }
}
