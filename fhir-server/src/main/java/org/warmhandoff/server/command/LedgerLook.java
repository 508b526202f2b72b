package org.warmhandoff.server.command;

import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.warmhandoff.server.partner.ConfigurationFiles;
import org.warmhandoff.server.postgres.DatabaseVisit;
import org.warmhandoff.server.postgres.EmbeddedPostgresFailure;
import picocli.CommandLine;

/** A look into the ledger of the database, with or without a server on it. */
final class LedgerLook {

    private static final String NO_TABLE = "42P01";

    private final CommandLine line;

    LedgerLook(CommandLine line) {
        this.line = line;
    }

    /** Something to do with the database. */
    interface Task {
        int at(DatabaseVisit visit, Path dataDirectory) throws Exception;
    }

    /** Turns what stands in the way into one line and exit code 1. */
    int run(Task task) throws Exception {
        ConfigurableEnvironment configuration = ConfigurationFiles.read(PropertyArguments.of(line));
        Path data = Path.of(configuration.getProperty("warmhandoff.data-dir", "./data"))
                .toAbsolutePath()
                .normalize();
        try (DatabaseVisit visit = DatabaseVisit.open(configuration, data)) {
            return task.at(visit, data);
        } catch (EmbeddedPostgresFailure e) {
            line.getErr().println(e.getMessage());
            return 1;
        } catch (SQLException e) {
            line.getErr()
                    .println(
                            NO_TABLE.equals(e.getSQLState())
                                    ? "There is no ledger in this database yet: a server of this version makes it."
                                    : "The database failed (SQLSTATE " + e.getSQLState() + ").");
            return 1;
        }
    }

    void progress(long entries) {
        line.getErr().println(entries + " entries ...");
    }
}
