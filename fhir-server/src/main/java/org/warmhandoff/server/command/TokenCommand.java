package org.warmhandoff.server.command;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.identity.TokenRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a token of the running server; the database stays closed. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a bearer token of the running server, for a client whose private key",
            "is in the data directory's keys folder: keys/ID.jwk.json. Good for five minutes."
        })
final class TokenCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--client", required = true, paramLabel = "ID", description = "Such as staff.")
    private String client = "";

    @Option(
            names = "--scope",
            paramLabel = "S",
            description = "Such as \"system/Task.rs\". Default: all that the client is registered for.")
    private @Nullable String scope;

    @Override
    public Integer call() throws Exception {
        return server.run(() -> {
            TokenRequest request = new TokenRequest(server.address(), server.dataDirectory(), Clock.systemUTC());
            spec.commandLine().getOut().println(request.token(client, scope).value());
            return 0;
        });
    }
}
