package org.warmhandoff.routes.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Inputs that a fuzz test begins with: files of src/test/resources and, when it fuzzes, real ones where they are at hand. */
public final class Seeds {

    private static final Path OWN = Path.of("src/test/resources");
    private static final Path REAL = Path.of("../../shared/data");
    private static final long LARGEST = 256 * 1024;

    private Seeds() {}

    /** @param folder below src/test/resources, and with subfolders */
    public static Stream<byte[]> own(String folder, String suffix) {
        return files(OWN.resolve(folder), List.of(suffix)).map(Seeds::bytes);
    }

    /** None in a build, which runs over our own inputs only. */
    public static Stream<byte[]> real(String folder, String... suffixes) {
        return fuzzing() && Files.isDirectory(REAL.resolve(folder))
                ? files(REAL.resolve(folder), List.of(suffixes)).map(Seeds::bytes)
                : Stream.empty();
    }

    /** Whether inputs are made up, and not only run again. */
    public static boolean fuzzing() {
        return System.getenv("JAZZER_FUZZ") != null;
    }

    private static Stream<Path> files(Path folder, List<String> suffixes) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all
                    .filter(file -> suffixes.stream().anyMatch(file.toString()::endsWith) && isSmall(file))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSmall(Path file) {
        return file.toFile().length() <= LARGEST;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
