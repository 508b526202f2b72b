package org.warmhandoff.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The two folders of a court: what it gets, and what it has for us. They may be behind a file server of its own. */
public record CourtHouse(String id, Path gets, Path gives) {

    public CourtHouse {
        try {
            Files.createDirectories(gets);
            Files.createDirectories(gives);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a file for us, all at once. */
    public void put(String name, String content) {
        try {
            Path half = Files.writeString(gives.resolve("." + name), content);
            Files.move(half, gives.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it was taken, with its answer; null while neither. */
    public String answer(String name) {
        return Stream.of("done/" + name + ".ack", "failed/" + name + ".nak")
                .map(gives::resolve)
                .filter(Files::exists)
                .map(CourtHouse::text)
                .findFirst()
                .orElse(null);
    }

    /** Waits until all of them were taken. */
    public void awaitTaken(String... names) {
        for (String name : names) {
            String answer =
                    Patience.await(id + " has an answer to " + name).until(() -> answer(name), found -> found != null);
            if (!answer.contains("\"accepted\"")) {
                throw new AssertionError(name + ": " + answer);
            }
        }
    }

    /** What it got on a docket, by type: names of files. */
    public Map<String, List<String>> got(String docket) {
        Map<String, List<String>> byType = new TreeMap<>();
        try (Stream<Path> files = Files.list(gets)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("_" + docket + "_") && !name.endsWith(".tmp"))
                    .sorted()
                    .forEach(name -> byType.merge(
                            name.split("_")[2] + (name.contains(".ecf.xml") ? " filed" : ""),
                            List.of(name),
                            (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byType;
    }

    /** Waits for the first file of a type on a docket. */
    public String awaitFile(String docket, String type) {
        return Patience.await(id + " gets a " + type + " on " + docket)
                .until(() -> got(docket), found -> found.containsKey(type))
                .get(type)
                .get(0);
    }

    public CourtZip open(String name) {
        return CourtZip.open(gets.resolve(name));
    }

    public String read(String name) {
        return text(gets.resolve(name));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
