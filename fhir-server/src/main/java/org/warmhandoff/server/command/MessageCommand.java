package org.warmhandoff.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds messages on the running server, shows them and replays them. */
@Command(
        name = "message",
        mixinStandardHelpOptions = true,
        description = "Finds, shows and replays messages of the running server.")
final class MessageCommand implements Runnable {

    private static final String MESSAGES = "/admin/messages";
    private static final List<String> COLUMNS =
            List.of("id", "at", "partner", "type", "referral", "state", "bucket", "attempts");
    private static final List<String> ATTEMPT = List.of("startedAt", "endedAt", "node", "outcome", "code", "reason");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, show, body or replay");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists messages, newest first.")
    int list(
            @Mixin ServerOptions server,
            @Mixin MessageFilterOptions filter,
            @Option(names = "--limit", defaultValue = "50", description = "1 to 500. Default: 50.") int limit,
            @Option(names = "--after", description = "Where an earlier list ended.") @Nullable String after)
            throws Exception {
        return server.run(() -> {
            String path =
                    MESSAGES + "/search?limit=" + limit + (after == null ? "" : "&after=" + AdminClient.encoded(after));
            JsonNode page = server.client().post(path, filter.json());
            if (!server.printed(page)) {
                Lines.table(out(), COLUMNS, page.path("messages"));
                if (page.hasNonNull("next")) {
                    out().println("More: --after " + page.path("next").asText());
                }
            }
            return 0;
        });
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows what became of a message.")
    int show(@Mixin ServerOptions server, @Parameters(paramLabel = "ID") String id) throws Exception {
        return server.run(() -> {
            JsonNode detail = server.client().get(MESSAGES + "/" + AdminClient.encoded(id));
            if (!server.printed(detail)) {
                Lines.fields(out(), detail.path("message"));
                Lines.fields(out(), detail);
                section("attempts", ATTEMPT, detail.path("history"));
                section("of the same referral", COLUMNS, detail.path("related"));
            }
            return 0;
        });
    }

    private void section(String title, List<String> columns, JsonNode rows) {
        if (!rows.isEmpty()) {
            out().println();
            out().println(title);
            Lines.table(out(), columns, rows);
        }
    }

    @Command(
            name = "body",
            mixinStandardHelpOptions = true,
            description = "Prints the words of a message: clinical content. Goes on record.")
    int body(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--raw", description = "Byte for byte; else HL7 v2 segments get lines of their own.")
                    boolean raw)
            throws Exception {
        return server.run(() -> {
            byte[] body = server.client().bytes(MESSAGES + "/" + AdminClient.encoded(id) + "/body");
            boolean er7 = body.length > 3 && body[0] == 'M' && body[1] == 'S' && body[2] == 'H';
            if (!raw && er7) {
                for (int i = 0; i < body.length; i++) {
                    body[i] = body[i] == '\r' ? (byte) '\n' : body[i];
                }
            }
            System.out.write(body, 0, body.length);
            System.out.flush();
            return 0;
        });
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = {
                "Has messages applied or sent again, by their ids or all that fit.",
                "What was applied or delivered stays so. Consent is asked again."
            })
    int replay(
            @Mixin ServerOptions server,
            @Mixin MessageFilterOptions filter,
            @Parameters(paramLabel = "ID", arity = "0..*") @Nullable List<String> ids,
            @Option(names = "--dry-run", description = "Only say what would happen.") boolean dryRun)
            throws Exception {
        return server.run(() -> {
            boolean byId = ids != null && ids.stream().anyMatch(id -> !id.startsWith("--"));
            if (byId == !filter.json().isEmpty()) {
                throw new AdminClient.Refused(2, "Say which messages: either by ids or by a filter");
            }
            return byId && ids != null ? replayEach(server, ids, dryRun) : replayFitting(server, filter, dryRun);
        });
    }

    private int replayEach(ServerOptions server, List<String> ids, boolean dryRun) {
        AdminClient client = server.client();
        for (String id : ids) {
            JsonNode outcome = client.post(MESSAGES + "/" + AdminClient.encoded(id) + "/replay?dryRun=" + dryRun, null);
            if (!server.printed(outcome)) {
                Lines.table(out(), List.of("id", "outcome", "detail"), List.of(outcome));
            }
        }
        return 0;
    }

    private int replayFitting(ServerOptions server, MessageFilterOptions filter, boolean dryRun) {
        JsonNode report = server.client().post(MESSAGES + "/replay?dryRun=" + dryRun, filter.json());
        if (!server.printed(report)) {
            Lines.table(out(), List.of("id", "outcome", "detail"), report.path("messages"));
            Lines.fields(out(), report.path("counts"));
            if (!report.path("complete").asBoolean()) {
                out().println("There are more: replay again.");
            }
        }
        return 0;
    }
}
