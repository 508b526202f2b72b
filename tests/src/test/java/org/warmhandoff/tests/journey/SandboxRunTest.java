package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.tests.harness.Ports;

/** The main job, as the first command of the README runs it: five partners, every hop. */
class SandboxRunTest {

    private static final String END = "\\d+ of \\d+ hops ok.*";

    @TempDir
    Path data;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void every_hop_of_the_sandbox_arrives() throws IOException {
        Process sandbox =
                new ProcessBuilder(command()).redirectErrorStream(true).start();
        try {
            List<String> said = untilTheEnd(sandbox);

            String end = said.get(said.size() - 1);
            assertThat(end).as(String.join("\n", said)).matches("(\\d+) of \\1 hops ok\\.");
            assertThat(Integer.parseInt(end.replaceFirst(" .*", ""))).isGreaterThan(30);
        } finally {
            stop(sandbox);
        }
    }

    private static List<String> untilTheEnd(Process sandbox) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader output = sandbox.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.matches(END)) {
                return said;
            }
        }
        throw new AssertionError("It ended too soon:\n" + String.join("\n", said));
    }

    private List<String> command() {
        Path jar = Path.of("").toAbsolutePath().getParent().resolve("fhir-server/target/warmhandoff.jar");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx1500m",
                "-jar",
                jar.toString(),
                "sandbox",
                "--warmhandoff.data-dir=" + data));
        for (String port : List.of(
                "server.port",
                "warmhandoff.mllp.port",
                "warmhandoff.sandbox.hospital-port",
                "warmhandoff.sandbox.rehab-port",
                "warmhandoff.sandbox.court-port")) {
            command.add("--" + port + "=" + Ports.free());
        }
        return command;
    }

    /** With the database that it brought along, or the folder could not be deleted. */
    private static void stop(Process sandbox) {
        sandbox.destroy();
        try {
            if (!sandbox.waitFor(60, TimeUnit.SECONDS)) {
                sandbox.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
