package org.warmhandoff.server.command;

import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads the command line and runs what it says. Exit codes: 0 fine, 1 failed, 2 wrong use. */
@Command(
        name = "warmhandoff",
        mixinStandardHelpOptions = true,
        version = "Warm Handoff 0.1.0",
        description = "FHIR interoperability server for intensive outpatient programmes.",
        footer = {
            "",
            "Without a command it serves. Any property can be given as --name=value, such as",
            "--server.port=8081 or --warmhandoff.data-dir=/var/lib/warmhandoff; docs/configuration.md lists them.",
            "Exit codes: 0 fine, 1 failed, 2 wrong use."
        })
public final class CommandLineTool implements Callable<Integer> {

    /** No exit code: a server was started, and its own threads keep the process alive. */
    public static final int RUNNING = -1;

    private final Class<?> application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private CommandLineTool(Class<?> application) {
        this.application = application;
    }

    /** @param application the Spring application to start */
    public static int execute(Class<?> application, String... args) {
        return new CommandLine(new CommandLineTool(application))
                .addSubcommand(new ServeCommand(application))
                .addSubcommand(new SandboxCommand(application))
                .addSubcommand(new MessageCommand())
                .addSubcommand(new PartnerCommand())
                .addSubcommand(new TokenCommand())
                .addSubcommand(new ClientCommand())
                .addSubcommand(new UserCommand())
                .addSubcommand(new VerifyLedgerCommand())
                .addSubcommand(new LedgerExportCommand())
                .setUnmatchedArgumentsAllowed(true)
                .setExecutionExceptionHandler((failure, command, result) -> {
                    // Spring Boot has said why in its own words, unless it could not start at all.
                    command.getErr().println("Failed: " + failure.getClass().getSimpleName());
                    return 1;
                })
                .execute(args);
    }

    @Override
    public Integer call() {
        SpringApplication.run(application, PropertyArguments.of(spec.commandLine()));
        return RUNNING;
    }
}
