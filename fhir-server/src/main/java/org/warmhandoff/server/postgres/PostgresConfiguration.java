package org.warmhandoff.server.postgres;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The one database of this server: the PostgreSQL that {@code spring.datasource.url} names, else the embedded one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DataDirectoryProperties.class, DataSourceProperties.class})
public class PostgresConfiguration {
    private static final String BATCHES = "reWriteBatchedInserts";
    private static final int POOL_SIZE = 20;

    /** Closed before the embedded server, which it depends on; {@code spring.datasource.hikari.*} tunes it. */
    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(JdbcConnectionDetails address) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("warmhandoff");
        pool.setMaximumPoolSize(POOL_SIZE);
        // Not "$user" first: a role named like our own schema would find HAPI's tables there, empty.
        pool.setSchema("public");
        pool.setJdbcUrl(address.getJdbcUrl());
        pool.setUsername(address.getUsername());
        pool.setPassword(address.getPassword());
        return pool;
    }

    /** Nothing is configured: bring the database along. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(EmbeddedDatabaseWanted.class)
    static class Embedded {

        @Bean
        EmbeddedPostgres embeddedPostgres(DataDirectoryProperties dataDirectory) {
            return EmbeddedPostgres.start(dataDirectory.path());
        }

        @Bean
        JdbcConnectionDetails databaseAddress(EmbeddedPostgres server) {
            JdbcUrl url = new JdbcUrl(server.jdbcUrl())
                    .with(BATCHES, "true")
                    .with("ApplicationName", "warmhandoff")
                    .with("tcpKeepAlive", "true");
            return new DatabaseAddress(url.text(), server.username(), server.password());
        }
    }

    /** The operator's own PostgreSQL. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(EmbeddedDatabaseWanted.Not.class)
    static class Configured {

        @Bean
        JdbcConnectionDetails databaseAddress(DataSourceProperties properties) {
            JdbcUrl url = new JdbcUrl(properties.determineUrl()).with(BATCHES, "true");
            return new DatabaseAddress(url.text(), properties.getUsername(), properties.getPassword());
        }
    }
}
