package org.warmhandoff.server.postgres;

import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where this server keeps its files.
 *
 * @param dataDir folder of the embedded database, keys and exports; made if absent
 */
@Validated
@ConfigurationProperties("warmhandoff")
public record DataDirectoryProperties(@NotBlank @DefaultValue("./data") String dataDir) {

    /** The folder, absolute. Not bound as a Path: Spring would look for that name on the class path first. */
    public Path path() {
        return Path.of(dataDir).toAbsolutePath().normalize();
    }
}
