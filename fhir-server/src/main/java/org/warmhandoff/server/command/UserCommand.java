package org.warmhandoff.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
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

/** Members of the workforce who sign in to the running server. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = "Adds, lists and changes people who sign in to the running server.")
final class UserCommand implements Runnable {

    private static final String USERS = "/admin/users";
    private static final String ROLES =
            "intake, therapist, psychiatrist, privacy-officer, interface-engineer or admin.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do: add, list, roles, practitioner, passwd, disable, enable, unlock or events");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a user and prints a password, to be changed when it is first used.")
    int add(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--role", required = true, split = ",", paramLabel = "ROLE", description = ROLES)
                    List<String> roles,
            @Option(names = "--practitioner", paramLabel = "REFERENCE", description = "Such as Practitioner/12.")
                    @Nullable
                    String practitioner)
            throws Exception {
        ObjectNode entry = entry(roles).put("name", name).put("practitioner", practitioner);
        return server.run(() -> credential(server, server.client().post(USERS, entry), "is added"));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists users.")
    int list(@Mixin ServerOptions server) throws Exception {
        return server.run(() -> {
            JsonNode all = server.client().get(USERS);
            if (!server.printed(all)) {
                List<JsonNode> rows = new ArrayList<>();
                all.forEach(user -> rows.add(((ObjectNode) user).put("roles", joined(user.path("roles")))));
                Lines.table(out(), List.of("name", "state", "practitioner", "signedInAt", "roles"), rows);
            }
            return 0;
        });
    }

    @Command(name = "roles", mixinStandardHelpOptions = true, description = "Gives a user these roles and no others.")
    int roles(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--role", required = true, split = ",", paramLabel = "ROLE", description = ROLES)
                    List<String> roles)
            throws Exception {
        return change(server, name, "/roles", entry(roles), "has the roles " + String.join(", ", roles) + ".");
    }

    @Command(
            name = "practitioner",
            mixinStandardHelpOptions = true,
            description = "Says which Practitioner a user is; without a reference, none.")
    int practitioner(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "REFERENCE", arity = "0..1", defaultValue = "") String reference)
            throws Exception {
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("practitioner", reference);
        return change(
                server,
                name,
                "/practitioner",
                entry,
                "is " + (reference.isEmpty() ? "no Practitioner" : reference) + ".");
    }

    @Command(
            name = "passwd",
            mixinStandardHelpOptions = true,
            description = "Ends a user's sessions and prints a new password, to be changed when it is first used.")
    int passwd(@Mixin ServerOptions server, @Parameters(paramLabel = "NAME") String name) throws Exception {
        return server.run(
                () -> credential(server, server.client().post(path(name, "/password"), null), "has a new password"));
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            description = "Ends a user's sessions and lets them in no more.")
    int disable(@Mixin ServerOptions server, @Parameters(paramLabel = "NAME") String name) throws Exception {
        return change(server, name, "/disable", null, "is disabled.");
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Lets a disabled user in again.")
    int enable(@Mixin ServerOptions server, @Parameters(paramLabel = "NAME") String name) throws Exception {
        return change(server, name, "/enable", null, "is enabled.");
    }

    @Command(name = "unlock", mixinStandardHelpOptions = true, description = "Forgets a user's failures to sign in.")
    int unlock(@Mixin ServerOptions server, @Parameters(paramLabel = "NAME") String name) throws Exception {
        return change(server, name, "/unlock", null, "is unlocked.");
    }

    @Command(name = "events", mixinStandardHelpOptions = true, description = "Lists what happened, the newest first.")
    int events(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "NAME", arity = "0..1", description = "Default: all users.") @Nullable String name)
            throws Exception {
        return server.run(() -> {
            JsonNode all =
                    server.client().get(USERS + "/events" + (name == null ? "" : "?user=" + AdminClient.encoded(name)));
            if (!server.printed(all)) {
                Lines.table(out(), List.of("at", "event", "user", "actor", "address"), all);
            }
            return 0;
        });
    }

    private int change(ServerOptions server, String name, String path, @Nullable JsonNode entry, String done)
            throws Exception {
        return server.run(() -> {
            if (!server.printed(server.client().post(path(name, path), entry))) {
                out().println(name + " " + done);
            }
            return 0;
        });
    }

    private int credential(ServerOptions server, JsonNode answer, String done) {
        if (!server.printed(answer)) {
            out().println(answer.path("name").asText() + " " + done + ": "
                    + answer.path("password").asText());
        }
        return 0;
    }

    private static String path(String name, String path) {
        return USERS + "/" + AdminClient.encoded(name) + path;
    }

    private static ObjectNode entry(List<String> roles) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        roles.forEach(entry.withArray("roles")::add);
        return entry;
    }

    private static String joined(JsonNode roles) {
        List<String> all = new ArrayList<>();
        roles.forEach(role -> all.add(role.asText()));
        return String.join(", ", all);
    }
}
