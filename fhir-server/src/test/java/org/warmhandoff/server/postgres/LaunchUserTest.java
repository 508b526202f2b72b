package org.warmhandoff.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As root where the kernel grants no user namespace, as in most containers. */
class LaunchUserTest {
    @TempDir
    Path directory;

    private Path data;
    private String path;

    @BeforeEach
    void be_root_without_user_namespaces() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can drop its privileges");
        assumeTrue(ShortCommand.present("setpriv"), "no setpriv here");
        Path refusing = Files.createDirectories(directory.resolve("bin")).resolve("unshare");
        Files.writeString(refusing, "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(refusing, PosixFilePermissions.fromString("rwxr-xr-x"));
        path = refusing.getParent() + ":" + System.getenv("PATH");
        data = Files.createDirectories(directory.resolve("data"));
    }

    @AfterEach
    void stop_what_was_left_running() throws IOException, InterruptedException {
        PostgresLayout layout = PostgresLayout.below(data);
        var server = PostmasterPid.read(layout.postmasterPid())
                .flatMap(postmaster -> PostgresProcess.serving(layout, postmaster.pid()));
        if (server.isPresent()) {
            server.get().stop();
        }
    }

    @Test
    void drops_to_nobody_where_nobody_can_reach_the_directory() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (ChildJvm child = ChildJvm.serve(data, path)) {
            assertThat(child.verdict()).startsWith("started fresh ");
            assertThat(Files.getAttribute(data.resolve("postgres/cluster"), "unix:uid"))
                    .isEqualTo(65534);
        }
    }

    @Test
    void says_so_where_nobody_cannot() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        try (ChildJvm child = ChildJvm.serve(data, path)) {
            assertThat(child.verdict())
                    .startsWith("refused ")
                    .contains("PostgreSQL refuses to run as root", "set spring.datasource.url");
        }
    }
}
