package org.warmhandoff.server.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Message keys as files of one line of base64 that only the server's user may read. */
final class KeyFiles {

    private static final String FIRST = "messages-0001.key";
    private static final Logger log = LoggerFactory.getLogger(KeyFiles.class);

    private final Path dataDirectory;

    KeyFiles(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    /** The keys that the configuration names, in its order. */
    List<MessageKey> configured(List<String> entries) {
        return entries.stream().map(this::configured).toList();
    }

    private MessageKey configured(String entry) {
        String text = entry.strip();
        if (text.startsWith("file:")) {
            return read(dataDirectory.resolve(text.substring("file:".length()).replaceFirst("^//+", "/")));
        }
        return key(text, "warmhandoff.encryption.key");
    }

    /** The keys of the data directory, the last by name first; empty when there is none. */
    List<MessageKey> found() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.getFileName().toString().matches("messages-.*\\.key"))
                    .sorted(Comparator.reverseOrder())
                    .map(KeyFiles::read)
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder(), e);
        }
    }

    /** Makes the first key and forces it to the disk: what it seals is lost without it. */
    MessageKey make() {
        byte[] secret = new byte[MessageKey.BYTES];
        new SecureRandom().nextBytes(secret);
        Path file = folder().resolve(FIRST);
        try {
            if (!Files.isDirectory(folder())) {
                Files.createDirectories(folder(), attribute("rwx------"));
            }
            Path draft = folder().resolve(FIRST + ".tmp");
            Files.deleteIfExists(draft);
            Files.createFile(draft, attribute("rw-------"));
            Files.writeString(draft, Base64.getEncoder().encodeToString(secret) + "\n");
            sync(draft);
            // A hard link, unlike a renaming, never replaces a key that is there.
            Files.createLink(file, draft);
            Files.delete(draft);
            sync(folder());
        } catch (FileAlreadyExistsException e) {
            throw new UnusableKey(file + " appeared while it was being made", "Start again.");
        } catch (IOException e) {
            throw new UnusableKey(
                    "The message key " + file + " cannot be written ("
                            + e.getClass().getSimpleName() + ")",
                    "Make the folder writable for the server's user, or set warmhandoff.encryption.key.");
        }
        log.info(
                "Made the key that messages are encrypted with: {}. Back it up: without it they cannot be read.", file);
        return MessageKey.of(secret);
    }

    Path folder() {
        return dataDirectory.resolve("keys");
    }

    private static MessageKey read(Path file) {
        try {
            Set<PosixFilePermission> others = Files.getPosixFilePermissions(file);
            if (others.contains(PosixFilePermission.OTHERS_READ) || others.contains(PosixFilePermission.GROUP_READ)) {
                log.warn("{} can be read by other users: chmod 600 it", file);
            }
            return key(Files.readString(file).strip(), file.toString());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static MessageKey key(String base64, String where) {
        try {
            return MessageKey.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            // Not its message: that may quote the key.
            throw new UnusableKey(
                    where + ": is not a key of 32 bytes in base64", "Make one with: openssl rand -base64 32");
        }
    }

    private static UnusableKey unreadable(Path file, IOException e) {
        return new UnusableKey(
                "The message key " + file + " cannot be read (" + e.getClass().getSimpleName() + ")",
                "Put the file there, readable for the server's user, or correct warmhandoff.encryption.key.");
    }

    private static java.nio.file.attribute.FileAttribute<?> attribute(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
