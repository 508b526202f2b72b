package org.warmhandoff.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterPidTest {

    @Test
    void reads_process_and_port() {
        List<String> lines =
                List.of("4711", "/data/postgres/cluster", "1790000000", "40123", "", "127.0.0.1", "ready   ");
        assertThat(PostmasterPid.parse(lines)).contains(new PostmasterPid(4711, 40123));
    }

    @Test
    void a_damaged_file_names_no_server() {
        assertThat(PostmasterPid.parse(List.of())).isEmpty();
        assertThat(PostmasterPid.parse(List.of("4711", "/data"))).isEmpty();
        assertThat(PostmasterPid.parse(List.of("x", "/data", "1", "y"))).isEmpty();
    }

    @Test
    void an_absent_file_names_no_server(@TempDir Path directory) throws IOException {
        assertThat(PostmasterPid.read(directory.resolve("postmaster.pid"))).isEmpty();
        Files.createFile(directory.resolve("empty"));
        assertThat(PostmasterPid.read(directory.resolve("empty"))).isEmpty();
    }
}
