package org.warmhandoff.server.command;

import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serves. The default.")
final class ServeCommand implements Callable<Integer> {

    private final Class<?> application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ServeCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        SpringApplication.run(application, PropertyArguments.of(spec.commandLine()));
        return CommandLineTool.RUNNING;
    }
}
