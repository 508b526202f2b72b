package org.warmhandoff.server.storage;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Remembers what each resource that a sender named became here; joins the caller's transaction. */
@Component
public class SourceNames {

    private static final String FIND =
            "select name, resource from warmhandoff.source_resource where sender = ? and name = any(?)";

    private static final String REMEMBER =
            """
            insert into warmhandoff.source_resource (sender, name, resource)
            select ?, * from unnest(?, ?)
                on conflict (sender, name) do update set resource = excluded.resource
             where warmhandoff.source_resource.resource <> excluded.resource""";

    private final JdbcTemplate jdbc;

    SourceNames(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code Type/id} by name, of those that the sender has named before. */
    public Map<String, IdType> find(String sender, Collection<String> names) {
        Map<String, IdType> found = new HashMap<>();
        jdbc.query(
                FIND,
                statement -> {
                    statement.setString(1, sender);
                    statement.setArray(2, statement.getConnection().createArrayOf("text", names.toArray()));
                },
                row -> {
                    found.put(row.getString(1), new IdType(row.getString(2)));
                });
        return found;
    }

    public void remember(String sender, Map<String, IdType> resources) {
        String[] names = resources.keySet().toArray(String[]::new);
        String[] ids = resources.values().stream()
                .map(id -> id.toUnqualifiedVersionless().getValue())
                .toArray(String[]::new);
        jdbc.update(REMEMBER, statement -> {
            statement.setString(1, sender);
            statement.setArray(2, statement.getConnection().createArrayOf("text", names));
            statement.setArray(3, statement.getConnection().createArrayOf("text", ids));
        });
    }
}
