package org.warmhandoff.tests.bench;

import java.nio.file.Path;
import java.util.List;

/** How long to measure, on how many Tasks and waiting deliveries, and which JDK runs the server. */
record BenchSettings(int seconds, int warmupSeconds, int tasks, int heap, Path javaHome) {

    static BenchSettings ofSystemProperties() {
        int seconds = Integer.getInteger("bench.seconds", 10);
        return new BenchSettings(
                seconds,
                Integer.getInteger("bench.warmup", seconds),
                Integer.getInteger("bench.tasks", 10_000),
                Integer.getInteger("bench.heap", 500),
                Path.of(System.getProperty("bench.java.home", System.getProperty("java.home"))));
    }

    /** As in production: the JIT compilers and the collector that the JDK chooses. */
    List<String> launcher() {
        return List.of(
                javaHome.resolve("bin").resolve("java").toString(),
                "-Xmx1500m",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8");
    }
}
