package org.warmhandoff.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    AdminClient client() {
        String[] properties = PropertyArguments.of(spec.commandLine());
        String base = url != null
                ? url
                : ConfigurationFiles.read(properties).getProperty("warmhandoff.base-url", "http://localhost:8080");
        return new AdminClient(base);
    }

    /** Runs the command and turns what the server refuses into one line and an exit code. */
    int run(Callable<Integer> command) throws Exception {
        try {
            return command.call();
        } catch (AdminClient.Refused refused) {
            CommandLine line = spec.commandLine();
            line.getErr().println(refused.getMessage());
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
