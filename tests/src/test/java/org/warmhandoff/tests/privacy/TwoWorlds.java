package org.warmhandoff.tests.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.warmhandoff.tests.harness.Database;
import org.warmhandoff.tests.harness.PartnerEntries;
import org.warmhandoff.tests.harness.PrivateDatabase;
import org.warmhandoff.tests.harness.RunningServer;
import org.warmhandoff.tests.harness.ServerSetup;
import org.warmhandoff.tests.smart.PartnerClients;

/** A server, and one on a copy of its database to which more is added that nobody outside may see. */
final class TwoWorlds implements AutoCloseable {

    static final String STAFF = "staff";
    static final String NOBODY = "nobody";
    static final List<String> OUTSIDE =
            List.of("mercy", "acme-health", "harbor", "county-court", "prairie-mutual", NOBODY);

    private static final String SUPERUSER = "postgres";
    private static final String WIDE = "system/*.cruds";

    private final PrivateDatabase database = new PrivateDatabase();
    private final RunningServer without;
    private final RunningServer with;

    TwoWorlds() {
        ServerSetup first = setup("without", "a", database.address());
        without = RunningServer.start(first);
        Population.visible(without);
        copy(database.address());
        Database other = new Database(
                database.address().url().replaceAll("/[^/?]+(\\?|$)", "/withheld$1"),
                database.address().user(),
                database.address().password());
        ServerSetup second = setup("with", "b", other);
        copyKeys(first.dataDirectory(), second.dataDirectory());
        with = RunningServer.start(second);
        Population.withheld(with);
    }

    Side without() {
        return side(without);
    }

    Side with() {
        return side(with);
    }

    private static Side side(RunningServer server) {
        UnaryOperator<String> tokens = principal -> switch (principal) {
            case NOBODY -> "";
            case STAFF -> server.staffToken();
            default -> server.token(principal);
        };
        String base = server.fhir().address();
        Side side = new Side(base, tokens, "none", true);
        return new Side(base, tokens, page(side), true);
    }

    /** Of a search of the staff, kept by the server. */
    private static String page(Side side) {
        String body = side.raw(STAFF, Probe.get(Exit.FOREIGN_PAGE, "Organization?_count=1"))
                .body();
        int at = body.indexOf("_getpages=");
        return at < 0 ? "none" : body.substring(at + 10, at + 46);
    }

    @Override
    public void close() {
        with.close();
        without.close();
        database.close();
    }

    private static ServerSetup setup(String name, String suffix, Database database) {
        return ServerSetup.fresh("privacy-" + suffix + "-" + name, partners()).on(database);
    }

    private static String partners() {
        return PartnerEntries.none()
                .with(wide(PartnerEntries.silentHospital("mercy", "EPIC", "MERCYHOSP")))
                .with(PartnerEntries.silentHospital("lakeside", "CERNER", "LAKESIDE") + "      part2-program: true\n")
                .with(PartnerEntries.polling("harbor"))
                .with(PartnerEntries.programme("sunrise"))
                .with("    - id: county-court\n      name: \"Partner county-court\"\n      kind: court\n"
                        + wide(PartnerClients.line("county-court", "court")))
                .with(wide(PartnerEntries.payer("acme-health", "PAY01")))
                .with(wide(PartnerEntries.payer("prairie-mutual", "PAY02")))
                .yaml();
    }

    /** No scope stands before the gate. */
    private static String wide(String entry) {
        return entry.replaceAll(
                "scopes: \"[^\"]*\"", "scopes: \"" + java.util.regex.Matcher.quoteReplacement(WIDE) + "\"");
    }

    private static void copyKeys(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from.resolve("keys"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL copies a database while nobody is in it; the server comes back by itself. */
    private static void copy(Database database) {
        String name = database.url().replaceAll(".*/([^/?]+)(\\?.*)?$", "$1");
        String maintenance = database.url().replaceAll("/[^/?]+(\\?|$)", "/postgres$1");
        try (Connection connection = DriverManager.getConnection(maintenance, SUPERUSER, database.password());
                Statement statement = connection.createStatement()) {
            if (name.equals("postgres")) {
                throw new IllegalStateException("The maintenance database is no template");
            }
            statement.execute("alter database " + name + " allow_connections false");
            try {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
                statement.execute("create database withheld template " + name + " owner " + database.user());
            } finally {
                statement.execute("alter database " + name + " allow_connections true");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
