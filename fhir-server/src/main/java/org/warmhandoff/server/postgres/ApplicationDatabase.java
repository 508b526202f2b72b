package org.warmhandoff.server.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The role and the database of the application: an owner of its tables, not a superuser of the server. */
final class ApplicationDatabase {
    private static final String MISSING_ROLE = "select 1 from pg_roles where rolname = 'warmhandoff'";
    private static final String MISSING_DATABASE = "select 1 from pg_database where datname = 'warmhandoff'";
    private static final String CREATE_DATABASE = "create database warmhandoff owner warmhandoff";

    private ApplicationDatabase() {}

    static void ensure(Connection administrator, String password) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            if (isEmpty(statement, MISSING_ROLE)) {
                // A generated password: hexadecimal digits only.
                statement.execute("create role warmhandoff login password '" + password + "'");
            }
            if (isEmpty(statement, MISSING_DATABASE)) {
                statement.execute(CREATE_DATABASE);
            }
        }
    }

    private static boolean isEmpty(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }
}
