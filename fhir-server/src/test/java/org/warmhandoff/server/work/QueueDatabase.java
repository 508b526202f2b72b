package org.warmhandoff.server.work;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.warmhandoff.server.postgres.TestPostgres;

/** A real PostgreSQL with our tables, migrated once a JVM and emptied for each test. */
public final class QueueDatabase {

    private static final HikariDataSource SHARED = migrated();

    private QueueDatabase() {}

    public static DataSource empty() {
        JdbcClient.create(SHARED)
                .sql(
                        """
                        truncate warmhandoff.inbox, warmhandoff.delivery, warmhandoff.scheduled_tasks,
                                 warmhandoff.message_key_use, warmhandoff.partner, warmhandoff.partner_pause,
                                 warmhandoff.subscription
                        cascade
                        """)
                .update();
        return SHARED;
    }

    private static HikariDataSource migrated() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(TestPostgres.freshDatabase());
        config.setMaximumPoolSize(20);
        HikariDataSource dataSource = new HikariDataSource(config);
        Flyway.configure().dataSource(dataSource).schemas("warmhandoff").load().migrate();
        return dataSource;
    }
}
