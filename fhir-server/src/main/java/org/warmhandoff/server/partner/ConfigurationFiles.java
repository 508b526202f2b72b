package org.warmhandoff.server.partner;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The configuration as it stands in files, environment and arguments now, read as a start would, without one. */
public final class ConfigurationFiles {

    /** How Spring Boot names what it read from a file. */
    private static final String OF_A_FILE = "Config resource ";

    private ConfigurationFiles() {}

    /** @param arguments {@code --name=value}, which win over all else */
    public static ConfigurableEnvironment read(String[] arguments, String... profiles) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        environment.setActiveProfiles(profiles);
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    /** The same for a server that runs: what it was started with stays, files are read again. */
    static ConfigurableEnvironment readAgain(ConfigurableEnvironment running) {
        StandardEnvironment environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        sources.forEach(source -> sources.remove(source.getName()));
        running.getPropertySources().stream()
                .filter(source -> !source.getName().startsWith(OF_A_FILE)
                        && !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
                .forEach(sources::addLast);
        environment.setActiveProfiles(running.getActiveProfiles());
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }
}
