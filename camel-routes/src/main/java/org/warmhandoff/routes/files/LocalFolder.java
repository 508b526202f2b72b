package org.warmhandoff.routes.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A folder on this machine. Links in it are not followed: they could lead anywhere. */
final class LocalFolder implements InboxFolder {

    private static final int MOST_FILES = 10_000;

    private final Path folder;

    private LocalFolder(Path folder) {
        this.folder = folder;
    }

    static LocalFolder open(Path folder) throws IOException {
        return new LocalFolder(Files.createDirectories(folder));
    }

    @Override
    public List<Listed> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(MOST_FILES)
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .flatMap(file -> listed(file).stream())
                    .toList();
        }
    }

    /** Empty for one that has just gone. */
    private static java.util.Optional<Listed> listed(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return java.util.Optional.of(new Listed(
                    file.getFileName().toString(),
                    attributes.size(),
                    attributes.lastModifiedTime().to(TimeUnit.SECONDS)));
        } catch (IOException e) {
            return java.util.Optional.empty();
        }
    }

    @Override
    public byte[] read(String name, long most) throws IOException {
        try (InputStream content = Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            return BoundedRead.all(content, most);
        }
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        Path target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        Files.write(temporary, content);
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void move(String from, String to) throws IOException {
        Path target = folder.resolve(to);
        Files.createDirectories(target.getParent());
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(to);
        }
        Files.move(folder.resolve(from), target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    @Override
    public boolean exists(String name) {
        return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
