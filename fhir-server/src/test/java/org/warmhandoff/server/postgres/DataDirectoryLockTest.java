package org.warmhandoff.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryLockTest {
    @TempDir
    Path directory;

    @Test
    void a_second_holder_is_refused_and_does_not_loosen_the_first() {
        try (DataDirectoryLock held = DataDirectoryLock.acquire(directory)) {
            assertThat(held).isNotNull();
            for (int i = 0; i < 2; i++) {
                assertThatExceptionOfType(EmbeddedPostgresFailure.class)
                        .isThrownBy(() -> DataDirectoryLock.acquire(directory))
                        .withMessageContaining("in use by another Warm Handoff process")
                        .withMessageContaining("warmhandoff.data-dir")
                        .withMessageNotContaining("\n");
            }
        }
    }

    @Test
    void can_be_taken_again_after_it_was_given_up() {
        DataDirectoryLock.acquire(directory).close();
        DataDirectoryLock.acquire(directory).close();
        assertThat(directory.resolve("warmhandoff.lock")).exists();
    }

    @Test
    void closing_twice_does_not_take_it_from_the_next_holder() {
        DataDirectoryLock first = DataDirectoryLock.acquire(directory);
        first.close();
        try (DataDirectoryLock second = DataDirectoryLock.acquire(directory)) {
            assertThat(second).isNotNull();
            first.close();
            assertThatExceptionOfType(EmbeddedPostgresFailure.class)
                    .isThrownBy(() -> DataDirectoryLock.acquire(directory));
        }
    }

    @Test
    void makes_the_directory() {
        DataDirectoryLock.acquire(directory.resolve("a/b")).close();
        assertThat(directory.resolve("a/b")).isDirectory();
    }
}
