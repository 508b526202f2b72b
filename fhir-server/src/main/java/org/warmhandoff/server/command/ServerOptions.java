package org.warmhandoff.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.warmhandoff.server.identity.TokenRequest;
import org.warmhandoff.server.partner.ConfigurationFiles;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands share that ask the running server. */
final class ServerOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Address of the server. Default: warmhandoff.base-url of the configuration.")
    private @Nullable String url;

    @Option(names = "--json", description = "Print the server's answer as it is.")
    private boolean json;

    private @Nullable Environment read;

    /** Asks as staff, whose key is in the data directory. */
    AdminClient client() {
        return new AdminClient(address(), new TokenRequest(address(), dataDirectory(), Clock.systemUTC()));
    }

    /** Where the server is. */
    String address() {
        return url != null ? url : configuration().getProperty("warmhandoff.base-url", "http://localhost:8080");
    }

    Path dataDirectory() {
        return Path.of(configuration().getProperty("warmhandoff.data-dir", "./data"))
                .toAbsolutePath()
                .normalize();
    }

    private Environment configuration() {
        if (read == null) {
            read = ConfigurationFiles.read(PropertyArguments.of(spec.commandLine()));
        }
        return read;
    }

    /** Runs the command and turns what the server refuses into one line and an exit code. */
    int run(Callable<Integer> command) throws Exception {
        try {
            return command.call();
        } catch (AdminClient.Refused refused) {
            CommandLine line = spec.commandLine();
            line.getErr().println(refused.getMessage());
            return refused.exitCode();
        } catch (TokenRequest.Refused refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            return refused.exitCode();
        }
    }

    /** True when the answer was printed as it is, so that there is nothing left to print. */
    boolean printed(JsonNode answer) {
        if (json) {
            spec.commandLine().getOut().println(answer.toPrettyString());
        }
        return json;
    }
}
