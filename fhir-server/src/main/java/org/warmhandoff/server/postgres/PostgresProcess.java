package org.warmhandoff.server.postgres;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server process, started by us or found running. */
final class PostgresProcess {
    private static final Duration FAST = Duration.ofSeconds(60);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(20);

    private static final Charset FILE_NAMES = Charset.forName(
            System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name()));

    private final ProcessHandle handle;

    private PostgresProcess(ProcessHandle handle) {
        this.handle = handle;
    }

    static PostgresProcess start(LaunchUser user, PostgresBinaries binaries, PostgresLayout layout, int port)
            throws IOException {
        List<String> command = new ArrayList<>();
        if (ShortCommand.present("setsid")) {
            // Control-C in a terminal must reach the JVM alone, which then stops the server after its clients.
            command.add("setsid");
        }
        command.addAll(user.command(ServerSettings.command(binaries, layout, port)));
        Process process = ShortCommand.builder(command, layout.root())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(layout.log().toFile()))
                .start();
        return new PostgresProcess(process.toHandle());
    }

    /** The process of that id, if it is a PostgreSQL that serves this cluster and not a later user of the number. */
    static Optional<PostgresProcess> serving(PostgresLayout layout, long pid) {
        return ProcessHandle.of(pid)
                .filter(candidate -> serves(candidate, layout.cluster()))
                .map(PostgresProcess::new)
                .filter(PostgresProcess::isAlive);
    }

    boolean isAlive() {
        return handle.isAlive() && !isZombie();
    }

    /** Fast shutdown: clients are cut off, their transactions rolled back, a checkpoint written. */
    void stop() throws IOException, InterruptedException {
        signal("INT");
        if (!endsWithin(FAST)) {
            signal("QUIT");
        }
        if (!endsWithin(IMMEDIATE)) {
            handle.destroyForcibly();
            endsWithin(IMMEDIATE);
        }
    }

    boolean endsWithin(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(POLL.toMillis());
        }
        return true;
    }

    private void signal(String name) throws IOException, InterruptedException {
        if (isAlive()) {
            // The shell's own kill: slim images have no program of that name. A suspended process would not notice.
            List<String> kill =
                    List.of("sh", "-c", "kill -" + name + " " + handle.pid() + "; kill -CONT " + handle.pid());
            ShortCommand.builder(kill, Path.of("/"))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    private static boolean serves(ProcessHandle candidate, Path cluster) {
        List<String> command = commandLine(candidate);
        return !command.isEmpty()
                && Path.of(command.get(0)).endsWith("postgres")
                && command.contains(cluster.toString());
    }

    /** From /proc where there is one: there Java wants to read the program's link too, which another namespace hides. */
    private static List<String> commandLine(ProcessHandle process) {
        String line = proc(process, "cmdline");
        if (!line.isEmpty()) {
            return List.of(line.split("\0", -1));
        }
        ProcessHandle.Info info = process.info();
        return Stream.concat(info.command().stream(), info.arguments().stream().flatMap(Stream::of))
                .toList();
    }

    /** In a container nobody may be there to reap a server that outlived its parent. */
    private boolean isZombie() {
        String line = proc(handle, "stat");
        return line.startsWith("Z", line.lastIndexOf(')') + 2);
    }

    private static String proc(ProcessHandle process, String name) {
        try {
            return new String(Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), name)), FILE_NAMES);
        } catch (IOException e) {
            return "";
        }
    }
}
