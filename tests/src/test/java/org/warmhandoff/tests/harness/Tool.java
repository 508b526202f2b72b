package org.warmhandoff.tests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of the jar, run against a server as an operator does. */
public record Tool(String url, Path dataDirectory) {

    /** On the machine of a server, with its keys at hand. */
    public static Tool of(RunningServer server) {
        return new Tool(server.http().address(), server.dataDirectory());
    }

    /** What it said and how it ended. */
    public record Said(int exitCode, String output) {

        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(output);
            } catch (IOException e) {
                throw new UncheckedIOException(output, e);
            }
        }
    }

    public Said run(String... arguments) {
        Path jar = Path.of("").toAbsolutePath().getParent().resolve("fhir-server/target/warmhandoff.jar");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-jar",
                jar.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--url", url, "--warmhandoff.data-dir=" + dataDirectory));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
