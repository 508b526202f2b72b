package org.warmhandoff.server.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The tar.xz that holds PostgreSQL for one platform. */
final class BinariesArchive {
    private static final int OWNER_EXECUTES = 0100;

    private BinariesArchive() {}

    static void unpack(URL archive, Path into) throws IOException {
        permit(into, true);
        try (InputStream raw = archive.openStream();
                InputStream xz = new XZCompressorInputStream(new BufferedInputStream(raw));
                TarArchiveInputStream tar = new TarArchiveInputStream(xz)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                // Static libraries and headers serve compilers only.
                if (!entry.getName().endsWith(".a") && !entry.getName().startsWith("include/")) {
                    write(tar, entry, into);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("archive entry outside of its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            makeDirectories(into, target);
            return;
        }
        makeDirectories(into, Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            permit(target, (entry.getMode() & OWNER_EXECUTES) != 0);
        }
    }

    private static void makeDirectories(Path top, Path directory) throws IOException {
        Path current = top;
        for (Path name : top.relativize(directory)) {
            current = current.resolve(name);
            if (!Files.isDirectory(current)) {
                Files.createDirectory(current);
                permit(current, true);
            }
        }
    }

    /** Whatever the umask: another user than the one who unpacks may have to run them. */
    private static void permit(Path path, boolean executable) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
