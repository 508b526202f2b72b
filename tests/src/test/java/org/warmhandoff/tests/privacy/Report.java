package org.warmhandoff.tests.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What stays of a run, in {@code target/privacy}. */
final class Report {

    private Report() {}

    static Path write(String name, long seed, String base, Findings findings) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "privacy"));
            Path report = Files.writeString(folder.resolve(name + ".md"), findings.markdown(seed, base));
            new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValue(
                            folder.resolve(name + ".json").toFile(),
                            Map.of(
                                    "seed", seed,
                                    "asked", findings.asked(),
                                    "counts", findings.counts(),
                                    "differences", findings.differences()));
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(String name, String text) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "privacy"));
            Files.writeString(folder.resolve(name + ".md"), text + "\n");
            System.out.println(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
