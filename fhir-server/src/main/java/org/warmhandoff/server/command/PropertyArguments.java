package org.warmhandoff.server.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Configuration properties as arguments: {@code --name=value}, handed on to Spring. */
final class PropertyArguments {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    /** @throws ParameterException for what is no property, which is wrong use */
    String[] toArray() {
        for (String argument : arguments) {
            if (!argument.startsWith("--") || !argument.contains("=")) {
                throw new ParameterException(
                        command.commandLine(), "\"" + argument + "\" is no command, option or --property=value");
            }
        }
        return arguments.toArray(String[]::new);
    }
}
