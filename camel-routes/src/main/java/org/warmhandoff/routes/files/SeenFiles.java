package org.warmhandoff.routes.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.warmhandoff.routes.files.InboxFolder.Listed;

/** What lay in a folder the last time this node looked: a file that has changed since is still being written. */
public final class SeenFiles {

    /** A file that cannot be taken in is tried again after 1, 2, 4 ... rounds, then every 64. */
    private static final int LONGEST_PAUSE = 6;

    private record Trouble(int failures, int roundsToWait) {}

    private final Map<String, Trouble> troubles = new HashMap<>();
    private Map<String, Listed> before = new HashMap<>();

    /** Those that are as they were; remembers all for the next time. */
    synchronized List<Listed> settled(List<Listed> now) {
        List<Listed> settled = now.stream()
                .filter(file -> file.equals(before.get(file.name())))
                .toList();
        Map<String, Listed> seen = new HashMap<>();
        now.forEach(file -> seen.put(file.name(), file));
        before = seen;
        troubles.replaceAll((name, trouble) -> new Trouble(trouble.failures(), trouble.roundsToWait() - 1));
        return settled;
    }

    synchronized boolean mayTry(String name) {
        Trouble trouble = troubles.get(name);
        return trouble == null || trouble.roundsToWait() <= 0;
    }

    synchronized void failed(String name) {
        troubles.compute(name, (same, before) -> {
            int failures = before == null ? 0 : Math.min(before.failures() + 1, LONGEST_PAUSE);
            return new Trouble(failures, 1 << failures);
        });
    }

    synchronized void settled(String name) {
        troubles.remove(name);
        // A new file may come under the same name.
        before.remove(name);
    }
}
