package org.warmhandoff.server.partner;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The configuration as it stands in files, environment and arguments now, read as a start would, without one. */
public final class ConfigurationFiles {

    private ConfigurationFiles() {}

    /** @param arguments {@code --name=value}, which win over all else */
    public static ConfigurableEnvironment read(String[] arguments, String... profiles) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        environment.setActiveProfiles(profiles);
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }
}
