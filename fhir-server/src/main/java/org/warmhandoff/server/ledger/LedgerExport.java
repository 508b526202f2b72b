package org.warmhandoff.server.ledger;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Writes the ledger as NDJSON (docs/ledger.md), row by row, as it is: what is wrong in it is for verification to find. */
final class LedgerExport {

    private static final long REPORT_EVERY = 100_000;

    private final SealedRows rows;
    private final LongConsumer progress;
    private long count;
    private String hash = Chain.hex(Chain.START);

    LedgerExport(Connection connection, LongConsumer progress) {
        this.rows = new SealedRows(connection);
        this.progress = progress;
    }

    /**
     * Within a transaction of one snapshot.
     *
     * @return how many entries
     */
    long write(Path file) throws IOException, SQLException {
        Path target = file.toAbsolutePath();
        Path draft = target.resolveSibling(target.getFileName() + ".tmp");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (BufferedWriter out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
            write(out);
        } catch (UncheckedIOException e) {
            Files.deleteIfExists(draft);
            throw e.getCause();
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return count;
    }

    private void write(BufferedWriter out) throws IOException, SQLException {
        line(out, ExportLines.HEADER);
        for (Map.Entry<String, String> key : rows.keys().entrySet()) {
            line(out, ExportLines.key(key.getKey(), key.getValue()));
        }
        Deque<Checkpoint> checkpoints = new ArrayDeque<>(rows.checkpoints());
        rows.each(link -> {
            entry(out, link.row());
            while (!checkpoints.isEmpty() && checkpoints.peek().seq() <= count) {
                line(out, ExportLines.checkpoint(checkpoints.remove()));
            }
            return Optional.empty();
        });
        for (Checkpoint beyond : checkpoints) {
            line(out, ExportLines.checkpoint(beyond));
        }
        line(out, ExportLines.end(count, hash));
    }

    private void entry(BufferedWriter out, LedgerRow row) {
        count = row.seq();
        hash = row.hash();
        line(out, text(row));
        if (count % REPORT_EVERY == 0) {
            progress.accept(count);
        }
    }

    /** An entry that was spoilt is written as nothing, so that the export does not end before it. */
    private static String text(LedgerRow row) {
        try {
            return ExportLines.entry(row);
        } catch (IllegalArgumentException e) {
            return ExportLines.entry(new LedgerRow(row.seq(), "{}", row.mac(), row.flaw(), row.hash()));
        }
    }

    private static void line(BufferedWriter out, String text) {
        try {
            out.write(text);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
