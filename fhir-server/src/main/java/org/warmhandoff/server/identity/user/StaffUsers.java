package org.warmhandoff.server.identity.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.identity.Role;

/** The table of users. */
@Component
@DependsOn("databaseSchemas")
public class StaffUsers {

    private static final String ALL =
            """
            select name, password_hash, roles, practitioner, generation, must_change, disabled, failures, locked_until,
                   signed_in_at
              from warmhandoff.staff_user
            """;

    private static final String ADD =
            """
            insert into warmhandoff.staff_user
              (name, password_hash, roles, practitioner, must_change, created_at, created_by, password_at)
            select :name, :hash, :roles, :practitioner, true, :now, :by, :now
             where not :onlyFirst or not exists (select 1 from warmhandoff.staff_user)
            on conflict (name) do nothing
            """;

    /** A session that began with another password than the one that was read does not change it. */
    private static final String PASSWORD =
            """
            update warmhandoff.staff_user
               set password_hash = :hash, must_change = :mustChange, password_at = :now, generation = generation + 1,
                   failures = 0, locked_until = null
             where name = :name and generation = :generation
            """;

    private static final String ROLES = "update warmhandoff.staff_user set roles = :roles where name = :name";
    private static final String PRACTITIONER =
            "update warmhandoff.staff_user set practitioner = nullif(:practitioner, '') where name = :name";
    private static final String DISABLED =
            "update warmhandoff.staff_user set disabled = :disabled, generation = generation + 1 where name = :name";
    private static final String UNLOCK =
            "update warmhandoff.staff_user set failures = 0, locked_until = null where name = :name";

    private static final String ANY = "select exists (select 1 from warmhandoff.staff_user)";

    /** Locked until the change is committed, so that two administrators cannot shut each other out at once. */
    private static final String ADMINISTRATORS =
            """
            select name from warmhandoff.staff_user where 'admin' = any(roles) and not disabled order by name for update
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffUsers(DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    boolean any() {
        return jdbc.sql(ANY).query(Boolean.class).single();
    }

    List<StaffUser> all() {
        return jdbc.sql(ALL + " order by name").query((row, number) -> row(row)).list();
    }

    public Optional<StaffUser> find(String name) {
        return jdbc.sql(ALL + " where name = :name")
                .param("name", name)
                .query((row, number) -> row(row))
                .optional();
    }

    /** False when there is one of that name; or, of the first, when there is anybody. */
    boolean add(StaffUser user, String by, boolean onlyFirst) {
        return jdbc.sql(ADD)
                        .param("name", user.name())
                        .param("hash", user.passwordHash())
                        .param("roles", codes(user.roles()))
                        .param("practitioner", user.practitioner())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("onlyFirst", onlyFirst)
                        .update()
                == 1;
    }

    /** False when it was changed since the user was read. */
    boolean changePassword(StaffUser user, String hash, boolean mustChange) {
        return jdbc.sql(PASSWORD)
                        .param("name", user.name())
                        .param("generation", user.generation())
                        .param("hash", hash)
                        .param("mustChange", mustChange)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False when that user is the only administrator; nothing is done then. */
    boolean unlessLastAdministrator(String name, Runnable change) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (jdbc.sql(ADMINISTRATORS).query(String.class).list().equals(List.of(name))) {
                return false;
            }
            change.run();
            return true;
        }));
    }

    void changeRoles(String name, Set<Role> roles) {
        jdbc.sql(ROLES).param("name", name).param("roles", codes(roles)).update();
    }

    void changePractitioner(String name, String practitioner) {
        jdbc.sql(PRACTITIONER)
                .param("name", name)
                .param("practitioner", practitioner)
                .update();
    }

    void disable(String name, boolean disabled) {
        jdbc.sql(DISABLED).param("name", name).param("disabled", disabled).update();
    }

    void unlock(String name) {
        jdbc.sql(UNLOCK).param("name", name).update();
    }

    private static String[] codes(Set<Role> roles) {
        return roles.stream().map(Role::code).sorted().toArray(String[]::new);
    }

    private static StaffUser row(ResultSet row) throws SQLException {
        return new StaffUser(
                row.getString("name"),
                row.getString("password_hash"),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::of)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()),
                row.getString("practitioner"),
                row.getInt("generation"),
                row.getBoolean("must_change"),
                row.getBoolean("disabled"),
                row.getInt("failures"),
                instant(row.getTimestamp("locked_until")),
                instant(row.getTimestamp("signed_in_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
