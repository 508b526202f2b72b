package org.warmhandoff.server.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;

/** The server's log from one start on: says why that start failed. */
record ServerLog(Path file, long from) {
    private static final long ROTATE_AT = 10L << 20;
    private static final int TAIL = 16 << 10;
    private static final Pattern FATAL = Pattern.compile("\\b(FATAL|PANIC):");
    /** Lines that may repeat what a client sent. */
    private static final Pattern UNSAFE = Pattern.compile("\\b(ERROR|WARNING|STATEMENT|DETAIL|CONTEXT|QUERY):");

    static ServerLog open(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > ROTATE_AT) {
            Files.move(file, file.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return new ServerLog(file, Files.size(file));
    }

    /** The line that names the cause, as far as one can be told. */
    String cause() throws IOException {
        List<String> lines = tail().lines()
                .filter(line -> !line.isBlank() && !UNSAFE.matcher(line).find())
                .toList();
        return lines.stream()
                .filter(line -> FATAL.matcher(line).find())
                .reduce((earlier, later) -> later)
                .orElseGet(() -> lines.isEmpty() ? "its log is empty" : lines.get(lines.size() - 1));
    }

    boolean mentions(String text) throws IOException {
        return tail().contains(text);
    }

    private String tail() throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long start = Math.max(from, channel.size() - TAIL);
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, channel.size() - start));
            channel.position(start);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Read until full or at the end.
            }
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        }
    }
}
