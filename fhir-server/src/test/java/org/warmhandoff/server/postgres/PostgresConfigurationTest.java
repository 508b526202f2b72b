package org.warmhandoff.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PostgresConfigurationTest {
    @TempDir
    Path directory;

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(PostgresConfiguration.class);

    @Test
    void without_an_address_the_embedded_server_serves_until_the_context_closes()
            throws IOException, InterruptedException {
        ServedDirectory.fill(directory);
        runner.withPropertyValues("warmhandoff.data-dir=" + directory, "spring.datasource.url=")
                .run(context -> {
                    HikariDataSource pool = context.getBean(HikariDataSource.class);
                    assertThat(pool.getMaximumPoolSize()).isEqualTo(20);
                    assertThat(pool.getJdbcUrl())
                            .contains("reWriteBatchedInserts=true", "ApplicationName=warmhandoff", "tcpKeepAlive=true");
                    try (Connection connection = pool.getConnection()) {
                        assertThat(connection.isValid(5)).isTrue();
                    }
                });
        assertThat(directory.resolve("postgres/cluster/PG_VERSION")).exists();
        assertThat(directory.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void with_an_address_that_server_is_used_and_none_is_started() throws SQLException {
        PGSimpleDataSource other = TestPostgres.freshDatabase().unwrap(PGSimpleDataSource.class);
        String address = other.getUrl().replaceFirst("\\?.*", "?ApplicationName=mine");
        runner.withPropertyValues(
                        "warmhandoff.data-dir=" + directory,
                        "spring.datasource.url=" + address,
                        "spring.datasource.username=" + other.getUser(),
                        "spring.datasource.password=" + other.getPassword(),
                        "spring.datasource.hikari.maximum-pool-size=3")
                .run(context -> {
                    HikariDataSource pool = context.getBean(HikariDataSource.class);
                    assertThat(pool.getJdbcUrl()).isEqualTo(address + "&reWriteBatchedInserts=true");
                    assertThat(pool.getMaximumPoolSize()).isEqualTo(3);
                    try (Connection connection = pool.getConnection()) {
                        assertThat(connection.isValid(5)).isTrue();
                    }
                });
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_failed_start_is_told_in_one_line_without_a_stack_trace(CapturedOutput output) {
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(directory)) {
            assertThat(lock).isNotNull();
            assertThatExceptionOfType(Exception.class)
                    .isThrownBy(() -> new SpringApplicationBuilder(PostgresConfiguration.class)
                            .web(WebApplicationType.NONE)
                            .properties("warmhandoff.data-dir=" + directory)
                            .run());
        }
        assertThat(output)
                .containsPattern("(?m)^Embedded PostgreSQL: .* in use by .*set spring.datasource.url.*$")
                .doesNotContain("\tat org.");
    }
}
