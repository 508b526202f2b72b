package org.warmhandoff.server.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Verifies an export without the server. Every byte counts: each line has one spelling only. */
public final class FileVerification {

    private static final int LONGEST_LINE = 64 << 20;
    private static final long REPORT_EVERY = 100_000;

    private final ChainWalk walk = new ChainWalk();
    private final PublicKeys keys = new PublicKeys();
    private final LongConsumer progress;
    private boolean begun;
    private boolean ended;

    private FileVerification(LongConsumer progress) {
        this.progress = progress;
    }

    public static Verdict of(Path file, LongConsumer progress) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new FileVerification(progress).run(in);
        }
    }

    private Verdict run(InputStream in) throws IOException {
        Optional<byte[]> line = line(in);
        while (line.isPresent()) {
            Optional<Verdict.Wrong> wrong = look(line.get());
            if (wrong.isPresent()) {
                return wrong.get();
            }
            line = line(in);
        }
        return ended
                ? walk.fine(0)
                : new Verdict.Wrong(walk.seq() + 1, "is missing: the file ends before its end line");
    }

    private Optional<Verdict.Wrong> look(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (ended) {
                return broken("is followed by more");
            }
            if (!begun) {
                begun = true;
                return text.equals(ExportLines.HEADER) ? Optional.empty() : broken("is not in a ledger export");
            }
            return look(text, CanonicalJson.read(text));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return broken("stands in a line that is not in canonical form");
        }
    }

    private Optional<Verdict.Wrong> look(String text, JsonNode line) {
        if (line.has("entry")) {
            LedgerRow row = ExportLines.row(line);
            Optional<Verdict.Wrong> wrong = walk.next(row);
            if (walk.seq() % REPORT_EVERY == 0) {
                progress.accept(walk.seq());
            }
            return wrong.isPresent() || ExportLines.entry(row).equals(text)
                    ? wrong
                    : walk.wrong("has more than it may");
        }
        if (line.has("checkpoint")) {
            Optional<Checkpoint> checkpoint = ExportLines.checkpoint(text);
            return checkpoint.isPresent()
                    ? walk.checkpoint(checkpoint.get(), keys)
                    : walk.wrong("has a checkpoint that is not in canonical form");
        }
        if (line.has("key")) {
            String id = line.path("id").asText();
            String key = line.path("key").asText();
            boolean right = keys.add(id, key) && ExportLines.key(id, key).equals(text);
            return right ? Optional.empty() : broken("stands after a key that is not what its name says");
        }
        ended = true;
        return text.equals(ExportLines.end(walk.seq(), walk.hash())) ? Optional.empty() : broken("is not the last");
    }

    /** The line after the entries so far is wrong, so the next entry is the first that cannot be trusted. */
    private Optional<Verdict.Wrong> broken(String reason) {
        return Optional.of(new Verdict.Wrong(walk.seq() + 1, reason));
    }

    /** Without its line feed; what has none at the end of the file is no line. */
    private static Optional<byte[]> line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return Optional.of(line.toByteArray());
            }
            if (line.size() >= LONGEST_LINE) {
                break;
            }
            line.write(next);
        }
        // The start of a line that was cut off can be no line of ours.
        return line.size() == 0 ? Optional.empty() : Optional.of(new byte[] {'?'});
    }
}
