package org.warmhandoff.server.command;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.warmhandoff.server.sandbox.Sandbox;
import org.warmhandoff.server.sandbox.SandboxResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves with simulated partners around and plays the main job. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = "Serves with five simulated partners and plays the main job, step by step.")
final class SandboxCommand implements Callable<Integer> {

    private final Class<?> application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--once", description = "Stop after the run; exit code 1 if a step failed.")
    private boolean once;

    SandboxCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws InterruptedException {
        Sandbox sandbox = new Sandbox(System.out, Clock.systemUTC());
        SpringApplication spring = new SpringApplication(application);
        spring.setAdditionalProfiles("sandbox");
        spring.addListeners(sandbox);
        ConfigurableApplicationContext context = spring.run(PropertyArguments.of(spec.commandLine()));
        SandboxResult result = sandbox.run(context.getEnvironment());
        if (!once) {
            sandbox.invite(context.getEnvironment());
            return CommandLineTool.RUNNING;
        }
        context.close();
        sandbox.close();
        return result.exitCode();
    }
}
