package org.warmhandoff.server.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Configuration properties as arguments: {@code --name=value}, handed on to Spring. */
final class PropertyArguments {

    private PropertyArguments() {}

    /** @throws ParameterException for what is no property, which is wrong use */
    static String[] of(CommandLine command) {
        List<String> arguments = command.getUnmatchedArguments();
        for (String argument : arguments) {
            if (!argument.startsWith("--") || !argument.contains("=")) {
                throw new ParameterException(command, "\"" + argument + "\" is no command, option or --property=value");
            }
        }
        return arguments.toArray(String[]::new);
    }
}
