package org.warmhandoff.server.command;

import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.warmhandoff.server.partner.ConfigurationFiles;
import org.warmhandoff.server.postgres.DatabaseVisit;
import org.warmhandoff.server.postgres.EmbeddedPostgresFailure;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands share that look into the ledger of the database, with or without a server on it. */
final class LedgerDatabaseOption {

    private static final String NO_TABLE = "42P01";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Something to do with the database. */
    interface Look {
        int at(DatabaseVisit visit, Path dataDirectory) throws Exception;
    }

    /** Turns what stands in the way into one line and exit code 1. */
    int run(Look look) throws Exception {
        CommandLine line = spec.commandLine();
        ConfigurableEnvironment configuration = ConfigurationFiles.read(PropertyArguments.of(line));
        Path data = Path.of(configuration.getProperty("warmhandoff.data-dir", "./data"))
                .toAbsolutePath()
                .normalize();
        try (DatabaseVisit visit = DatabaseVisit.open(configuration, data)) {
            return look.at(visit, data);
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
        spec.commandLine().getErr().println(entries + " entries ...");
    }
}
