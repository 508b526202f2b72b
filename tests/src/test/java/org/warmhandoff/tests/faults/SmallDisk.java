package org.warmhandoff.tests.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A disk of its own, small enough to be filled: a tmpfs. */
final class SmallDisk implements AutoCloseable {

    private static final int MEBIBYTE = 1024 * 1024;

    private final Path mount;

    private SmallDisk(Path mount) {
        this.mount = mount;
    }

    /** Empty where the user may not mount. */
    static Optional<SmallDisk> mount() {
        try {
            Path folder = Files.createTempDirectory("faults-disk");
            boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=700m,mode=755", "tmpfs", folder.toString());
            return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Where the database goes. */
    Path folder() {
        try {
            return Files.createDirectories(mount.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beside the database: what fills the disk. */
    static Path filler(Path dataDirectory) {
        return dataDirectory.resolveSibling("filler");
    }

    /** Takes what is left. */
    static void fill(Path filler) {
        byte[] piece = new byte[MEBIBYTE];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            // That is what it is for.
        }
        for (int i = 0; i < MEBIBYTE / 4096; i++) {
            append(filler);
        }
    }

    static void free(Path filler) {
        try {
            Files.deleteIfExists(filler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        run("umount", "-l", mount.toString());
    }

    private static void append(Path filler) {
        try {
            Files.write(filler, new byte[4096], java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException full) {
            // Not one page is left.
        }
    }

    private static boolean run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
