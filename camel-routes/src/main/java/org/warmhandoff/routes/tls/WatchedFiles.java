package org.warmhandoff.routes.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is made of some files, made anew when one of them changes. While they do not fit together, as in the middle of
 * being replaced, what was made before stays.
 */
public final class WatchedFiles<T> {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFiles.class);

    private final List<Path> files;
    private final Maker<T> maker;
    private @Nullable String seen;
    private @Nullable T made;

    /** Reads the files. */
    @FunctionalInterface
    public interface Maker<T> {
        T make() throws Exception;
    }

    public WatchedFiles(List<Path> files, Maker<T> maker) {
        this.files = List.copyOf(files);
        this.maker = maker;
    }

    /** Throws when the files were never of use. */
    public synchronized T get() throws Exception {
        String now = state();
        T before = made;
        if (before != null && Objects.equals(now, seen)) {
            return before;
        }
        try {
            T anew = maker.make();
            made = anew;
            seen = now;
            return anew;
        } catch (Exception e) {
            if (before == null) {
                throw e;
            }
            LOG.error(
                    "{} cannot be used ({}): what was read before stays",
                    files,
                    e.getClass().getName());
            seen = now;
            return before;
        }
    }

    /** Time, size and identity of each: links that are switched over change the last. */
    private String state() {
        StringBuilder state = new StringBuilder();
        for (Path file : files) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                state.append(attributes.lastModifiedTime().toInstant())
                        .append('/')
                        .append(attributes.size())
                        .append('/')
                        .append(attributes.fileKey())
                        .append(' ');
            } catch (IOException gone) {
                state.append("- ");
            }
        }
        return state.toString();
    }
}
