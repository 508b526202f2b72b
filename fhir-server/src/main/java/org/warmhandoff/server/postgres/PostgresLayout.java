package org.warmhandoff.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where each thing of the embedded PostgreSQL lies below {@code <data-dir>/postgres}. */
record PostgresLayout(Path dataDirectory) {

    static PostgresLayout below(Path dataDirectory) throws IOException {
        PostgresLayout layout = new PostgresLayout(dataDirectory.toRealPath());
        if (!Files.isDirectory(layout.root())) {
            Files.createDirectory(
                    layout.root(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return layout;
    }

    Path root() {
        return dataDirectory.resolve("postgres");
    }

    Path cluster() {
        return root().resolve("cluster");
    }

    Path postmasterPid() {
        return cluster().resolve("postmaster.pid");
    }

    Path clusterVersion() {
        return cluster().resolve("PG_VERSION");
    }

    Path password() {
        return root().resolve("password");
    }

    Path settings() {
        return root().resolve("server.conf");
    }

    /** Who gets in. */
    Path hostRules() {
        return root().resolve("hosts.conf");
    }

    Path log() {
        return root().resolve("server.log");
    }

    Path binaries(String version) {
        return root().resolve("binaries-" + version);
    }
}
