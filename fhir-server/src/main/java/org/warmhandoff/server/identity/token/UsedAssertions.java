package org.warmhandoff.server.identity.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.timers.RecurringWork;

/** Remembers on all nodes which assertions were used (RFC 7523, 3, jti). */
@Component
@DependsOn("databaseSchemas")
class UsedAssertions implements RecurringWork {

    private static final String USE =
            """
            insert into warmhandoff.assertion_used (digest, expires_at) values (:digest, :expires)
            on conflict (digest) do nothing
            """;
    private static final String FORGET = "delete from warmhandoff.assertion_used where expires_at < :now";

    private final JdbcClient jdbc;
    private final Clock clock;

    UsedAssertions(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /** False when it was used before, by whichever node. */
    boolean use(String client, String jti, Instant expires) {
        return jdbc.sql(USE)
                        .param("digest", digest(client, jti))
                        .param("expires", expires.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static byte[] digest(String client, String jti) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(client.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(jti.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "forget-used-assertions";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        // Later than they are refused for their age, clocks apart included.
        jdbc.sql(FORGET)
                .param("now", clock.instant().minus(Duration.ofMinutes(10)).atOffset(ZoneOffset.UTC))
                .update();
    }
}
