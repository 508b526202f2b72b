package org.warmhandoff.server.command;

import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serves. The default.")
final class ServeCommand implements Callable<Integer> {

    private final Class<?> application;

    @Mixin
    private final PropertyArguments properties = new PropertyArguments();

    ServeCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        SpringApplication.run(application, properties.toArray());
        return CommandLineTool.RUNNING;
    }
}
