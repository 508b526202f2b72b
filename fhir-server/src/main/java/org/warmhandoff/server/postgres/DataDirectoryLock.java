package org.warmhandoff.server.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps a data directory to one process; the operating system lets go of it when that process dies. */
public final class DataDirectoryLock implements AutoCloseable {
    private static final String FILE = "warmhandoff.lock";
    /** Closing a second channel on a file drops the lock this process holds through the first (POSIX), so it must not be opened. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DataDirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** Takes the directory, making it if absent, or fails when another process or another caller here has it. */
    public static DataDirectoryLock acquire(Path dataDirectory) {
        try {
            Files.createDirectories(dataDirectory);
            Path directory = dataDirectory.toRealPath();
            if (!HELD.add(directory)) {
                throw inUse(directory);
            }
            return acquireHeld(directory);
        } catch (IOException e) {
            throw EmbeddedPostgresFailure.withRemedy(
                    "cannot lock the data directory " + dataDirectory,
                    "set warmhandoff.data-dir to a directory this user may write",
                    e);
        }
    }

    private static DataDirectoryLock acquireHeld(Path directory) throws IOException {
        FileChannel locked = null;
        try {
            locked = lock(directory);
        } finally {
            if (locked == null) {
                HELD.remove(directory);
            }
        }
        if (locked == null) {
            throw inUse(directory);
        }
        return new DataDirectoryLock(directory, locked);
    }

    private static @Nullable FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? null : channel;
    }

    private static EmbeddedPostgresFailure inUse(Path directory) {
        return EmbeddedPostgresFailure.withRemedy(
                "the data directory " + directory + " is in use by another Warm Handoff process",
                "stop that one, give this one a warmhandoff.data-dir of its own");
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedPostgresFailure("cannot unlock the data directory " + directory, e);
        } finally {
            HELD.remove(directory);
        }
    }
}
