package org.warmhandoff.server.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checkpoints outside the database, one a line, in a file that an operator may copy to where nobody of this machine can
 * write; also in the log, which often leaves the machine anyway.
 */
final class Anchors {

    static final String FILE = "ledger-checkpoints.ndjson";
    private static final Logger log = LoggerFactory.getLogger(Anchors.class);

    private final Path file;

    Anchors(Path file) {
        this.file = file;
    }

    static Anchors in(Path dataDirectory) {
        return new Anchors(dataDirectory.resolve(FILE));
    }

    void add(Checkpoint checkpoint) {
        log.info(
                "ledger checkpoint: {} entries, hash {}, key {}",
                checkpoint.seq(),
                checkpoint.hash(),
                checkpoint.key());
        try {
            Files.writeString(
                    file,
                    ExportLines.checkpoint(checkpoint) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            log.warn("{} cannot be written ({})", file, e.getClass().getSimpleName());
        }
    }

    /** What was read before a line that a crash left half written, is all there is. */
    List<Checkpoint> read() {
        List<Checkpoint> found = new ArrayList<>();
        if (!Files.exists(file)) {
            return found;
        }
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                ExportLines.checkpoint(line).ifPresent(found::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        return found;
    }
}
