package org.warmhandoff.server.storage;

import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Locks by name that are held until the caller's transaction ends, on every node. Taken in one order, so that two
 * callers with overlapping names never wait for each other.
 */
@Component
public class Locks {

    private static final String LOCK =
            """
            select pg_advisory_xact_lock(key)
              from (select distinct hashtextextended(name, 0) as key from unnest(?) as name order by 1) as names""";

    private final JdbcTemplate jdbc;

    Locks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void hold(Collection<String> names) {
        if (!names.isEmpty()) {
            jdbc.query(
                    LOCK,
                    statement ->
                            statement.setArray(1, statement.getConnection().createArrayOf("text", names.toArray())),
                    row -> {});
        }
    }
}
