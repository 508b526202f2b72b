package org.warmhandoff.server.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs {@link ServingProcess} in a JVM of its own. */
record ChildJvm(Process process, BufferedReader output) implements AutoCloseable {

    static ChildJvm serve(Path directory) throws IOException {
        return serve(directory, System.getenv("PATH"));
    }

    static ChildJvm serve(Path directory, String path) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServingProcess.class.getName(),
                        directory.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PATH", path);
        Process process = builder.start();
        return new ChildJvm(process, process.inputReader());
    }

    /** What it says about its start: {@code started fresh URL}, {@code started adopted URL} or {@code refused LINE}. */
    String verdict() throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith("started ") && !line.startsWith("refused ")) {
            line = output.readLine();
        }
        return String.valueOf(line);
    }

    /** As {@code kill -9} does: no shutdown hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
