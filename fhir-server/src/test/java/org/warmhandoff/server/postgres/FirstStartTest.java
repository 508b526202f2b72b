package org.warmhandoff.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.server.postgres.ServedDirectory.ask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {
    @TempDir
    Path directory;

    @Test
    void foreign_files_a_closed_directory_and_remains_of_a_start_cut_short_do_not_matter()
            throws IOException, SQLException {
        Files.writeString(directory.resolve("notes.txt"), "mine");
        Files.createDirectories(directory.resolve("lost+found"));
        Files.createDirectories(directory.resolve("postgres/initialising-1/base"));
        Files.createDirectories(directory.resolve("postgres/unpacking-1/bin"));
        Files.writeString(directory.resolve("postgres/password.tmp"), "half");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));

        try (EmbeddedPostgres server = EmbeddedPostgres.start(directory)) {
            assertThat(server.adopted()).isFalse();
            assertDurableAndClosed(server);
        }
        assertThat(directory.resolve("postgres/cluster/pg_hba.conf")).content().doesNotContain("  trust");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("postgres/password"))))
                .isEqualTo("rw-------");
        assertThat(directory.resolve("notes.txt")).hasContent("mine");
        assertThat(directory.resolve("postgres"))
                .isDirectoryNotContaining("glob:**/{initialising,unpacking}-*")
                .isDirectoryNotContaining("glob:**.tmp");
    }

    private static void assertDurableAndClosed(EmbeddedPostgres server) throws SQLException {
        for (String name : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertThat(ask(server, "show " + name)).as(name).isEqualTo("on");
        }
        assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(server, "show server_encoding")).isEqualTo("UTF8");
        assertThat(ask(server, "show log_timezone")).isEqualTo("UTC");
        assertThat(ask(server, "select lower('\u00c4')")).isEqualTo("\u00e4");
        assertThat(ask(server, "select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
    }
}
