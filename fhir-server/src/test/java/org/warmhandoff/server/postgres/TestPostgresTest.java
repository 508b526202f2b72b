package org.warmhandoff.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TestPostgresTest {

    @Test
    void each_call_hands_out_a_database_of_its_own() throws SQLException {
        DataSource first = TestPostgres.freshDatabase();
        DataSource second = TestPostgres.freshDatabase();
        try (Connection connection = first.getConnection()) {
            connection.createStatement().execute("create table seen (id int)");
        }
        try (Connection connection = second.getConnection();
                var rows = connection.createStatement().executeQuery("select to_regclass('seen')")) {
            rows.next();
            assertThat(rows.getString(1)).isNull();
        }
    }
}
