package org.warmhandoff.server.identity.user;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to users and their sessions, for whoever monitors log-ins (45 CFR 164.308(a)(5)(ii)(C)). Of users there are
 * only: what strangers type as a name may be a password.
 */
@Component
@DependsOn("databaseSchemas")
public class UserEvents {

    private static final String ADD =
            """
            insert into warmhandoff.staff_user_event (at, event, user_name, actor, address)
            values (:at, :event, :user, :actor, :address)
            """;

    private static final String LAST =
            """
            select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, event, user_name as user, actor,
                   address
              from warmhandoff.staff_user_event
             where :user::text is null or user_name = :user
             order by id desc limit :most
            """;

    private static final Logger log = LoggerFactory.getLogger(UserEvents.class);
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    UserEvents(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    public enum Event {
        CREATED,
        SIGNED_IN,
        SIGN_IN_FAILED,
        LOCKED,
        SIGNED_OUT,
        PASSWORD_CHANGED,
        PASSWORD_RESET,
        ROLES_CHANGED,
        PRACTITIONER_CHANGED,
        DISABLED,
        ENABLED,
        UNLOCKED
    }

    /** One of them, as told to administrators. */
    record Told(String at, String event, String user, String actor, @Nullable String address) {}

    public void note(Event event, String user, String actor, @Nullable String address) {
        String code = event.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        jdbc.sql(ADD)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("event", code)
                .param("user", user)
                .param("actor", actor)
                .param("address", address)
                .update();
        log.info("user {}: {} by {}", user, code, actor);
    }

    /** The newest first. @param user null for those of all */
    List<Told> last(@Nullable String user) {
        return jdbc.sql(LAST)
                .param("user", user)
                .param("most", MOST)
                .query((row, number) -> new Told(
                        row.getString("at"),
                        row.getString("event"),
                        row.getString("user"),
                        row.getString("actor"),
                        row.getString("address")))
                .list();
    }
}
