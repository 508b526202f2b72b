package org.warmhandoff.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who PostgreSQL runs as, and the command that makes it so: it refuses user 0, and initdb wants a name for its user id.
 *
 * @param prefix what stands before a PostgreSQL command
 * @param fileOwner the user its files must be given to, when that is another than ours
 */
record LaunchUser(List<String> prefix, OptionalInt fileOwner) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern NAMED_USER = Pattern.compile("(?m)^[^:#]+:[^:]*:([1-9]\\d*):");
    /** Fails when the user is root, has no name although one is needed, or cannot reach the directory. */
    private static final String PROBE =
            "test \"$(id -u)\" != 0 && test -x \"$2\" && { test \"$1\" = anonymous || id -un; }";

    /** The first way that works here; {@code named} when the programs to run need a name for their user. */
    static LaunchUser choose(PostgresLayout layout, boolean named) throws IOException, InterruptedException {
        int self = self(layout);
        int owner = owner(layout);
        for (LaunchUser candidate : candidates(self, owner)) {
            if (candidate.works(layout, named)) {
                return candidate;
            }
        }
        throw EmbeddedPostgresFailure.withRemedy(complaint(self, owner, layout.dataDirectory()), "run as another user");
    }

    List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    /** Makes the files PostgreSQL's own where it runs as another user than this process, and closed to all others. */
    void takeOver(PostgresLayout layout) throws IOException {
        if (fileOwner.isPresent() && uid(layout.root()) != fileOwner.getAsInt()) {
            FileTrees.giveTo(fileOwner.getAsInt(), layout.root());
        }
        // PostgreSQL refuses a cluster that others may read, and mounting a volume may have opened it.
        FileTrees.close(layout.root(), "rwx------");
        FileTrees.close(layout.cluster(), "rwx------");
        FileTrees.close(layout.password(), "rw-------");
    }

    private static List<LaunchUser> candidates(int self, int owner) throws IOException {
        if (self != ROOT) {
            return self == owner
                    ? List.of(new LaunchUser(List.of(), OptionalInt.empty()), unshare("--map-user=" + namedUser()))
                    : List.of();
        }
        return owner == ROOT
                ? List.of(unshare(), unshare("--map-user=" + namedUser()), setpriv(NOBODY))
                : List.of(setpriv(owner));
    }

    /** A user namespace hides that we are root while the kernel goes on to treat the files as root's. */
    private static LaunchUser unshare(String... options) {
        List<String> prefix = new ArrayList<>(List.of("unshare", "-U"));
        prefix.addAll(List.of(options));
        prefix.add("--");
        return new LaunchUser(List.copyOf(prefix), OptionalInt.empty());
    }

    private static LaunchUser setpriv(int uid) {
        List<String> prefix = List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--");
        return new LaunchUser(prefix, OptionalInt.of(uid));
    }

    private boolean works(PostgresLayout layout, boolean named) throws IOException, InterruptedException {
        if (!prefix.isEmpty() && !ShortCommand.present(prefix.get(0))) {
            return false;
        }
        List<String> probe = List.of(
                "sh",
                "-c",
                PROBE,
                "probe",
                named ? "named" : "anonymous",
                layout.dataDirectory().toString());
        return ShortCommand.run(command(probe), layout.root(), PATIENCE).exitCode() == 0;
    }

    /** Asked of the shell's tool: Java's UnixSystem takes a user without a name for root. */
    private static int self(PostgresLayout layout) throws IOException, InterruptedException {
        return Integer.parseInt(ShortCommand.run(List.of("id", "-u"), layout.root(), PATIENCE)
                .output()
                .strip());
    }

    private static int owner(PostgresLayout layout) throws IOException {
        return uid(Files.exists(layout.cluster()) ? layout.cluster() : layout.root());
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static int namedUser() throws IOException {
        Path users = Path.of("/etc/passwd");
        Matcher user = NAMED_USER.matcher(Files.isReadable(users) ? Files.readString(users) : "");
        return user.find() ? Integer.parseInt(user.group(1)) : NOBODY;
    }

    private static String complaint(int self, int owner, Path dataDirectory) {
        if (self == ROOT) {
            return "PostgreSQL refuses to run as root, neither a user namespace (unshare -U) nor setpriv to user "
                    + (owner == ROOT ? NOBODY : owner) + " works here for " + dataDirectory;
        }
        return self == owner
                ? "user id " + self + " has no name in /etc/passwd, which initdb needs"
                : "the database in " + dataDirectory + " belongs to user id " + owner + ", not to ours, " + self;
    }
}
