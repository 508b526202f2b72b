package org.warmhandoff.server.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.vault.BrokenSealException;
import org.warmhandoff.server.vault.UnknownKeyException;
import org.warmhandoff.server.vault.Vault;

/**
 * The keys that tokens are signed with: made by the first node, read by all, replaced after some weeks. Private parts are
 * sealed, so that whoever reads the database makes no tokens.
 */
@Component
@DependsOn("databaseSchemas")
class SigningKeys implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final int BITS = 2048;
    private static final Duration USED_FOR = Duration.ofDays(30);
    /** Longer than any token of the last one lives. */
    private static final Duration KEPT_FOR = USED_FOR.plusDays(1);

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('signing-keys', 0))";
    private static final String READ =
            "select kid, sealed, created_at > :fresh as fresh from warmhandoff.signing_key order by created_at desc, kid";
    private static final String ADD =
            "insert into warmhandoff.signing_key (kid, sealed, created_at) values (:kid, :sealed, :at)";
    private static final String DROP = "delete from warmhandoff.signing_key where created_at < :before";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final Clock clock;
    private volatile List<RSAKey> keys = List.of();
    private volatile long readAt;

    SigningKeys(DataSource dataSource, PlatformTransactionManager transactions, Vault vault, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.vault = vault;
        this.clock = clock;
    }

    private record Row(String kid, byte[] sealed, boolean fresh) {}

    @Override
    public void afterPropertiesSet() {
        renew();
    }

    /** What signs now. */
    RSAKey current() {
        return keys.get(0);
    }

    /** All that tokens which are still good may be signed with. */
    List<RSAKey> all() {
        return keys;
    }

    /** One that another node made since is looked for. */
    Optional<RSAKey> byId(String kid) {
        Optional<RSAKey> known = named(kid);
        if (known.isEmpty() && System.nanoTime() - readAt > PAUSE) {
            read();
            return named(kid);
        }
        return known;
    }

    private Optional<RSAKey> named(String kid) {
        return keys.stream().filter(key -> kid.equals(key.getKeyID())).findFirst();
    }

    /** Makes a key when there is none, or none that is fresh. */
    void renew() {
        if (!read()) {
            transaction.executeWithoutResult(status -> {
                jdbc.sql(LOCK).query((row, number) -> number).single();
                if (!read()) {
                    make();
                    read();
                }
            });
        }
    }

    private void make() {
        try {
            String kid = UUID.randomUUID().toString();
            RSAKey key = new RSAKeyGenerator(BITS)
                    .keyID(kid)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            byte[] sealed = vault.seal(key.toJSONString().getBytes(StandardCharsets.UTF_8), place(kid));
            jdbc.sql(DROP)
                    .param("before", clock.instant().minus(KEPT_FOR).atOffset(ZoneOffset.UTC))
                    .update();
            jdbc.sql(ADD)
                    .param("kid", kid)
                    .param("sealed", sealed)
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform makes RSA keys", e);
        }
    }

    /** True when the first of them may sign. */
    private boolean read() {
        List<RSAKey> found = new ArrayList<>();
        boolean fresh = false;
        List<Row> rows = jdbc.sql(READ)
                .param("fresh", clock.instant().minus(USED_FOR).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Row(row.getString("kid"), row.getBytes("sealed"), row.getBoolean("fresh")))
                .list();
        for (Row row : rows) {
            Optional<RSAKey> key = opened(row);
            fresh |= found.isEmpty() && key.isPresent() && row.fresh();
            key.ifPresent(found::add);
        }
        if (!found.isEmpty()) {
            keys = List.copyOf(found);
        }
        readAt = System.nanoTime();
        return fresh;
    }

    /** One that was sealed with a message key which is gone is lost, and so are its tokens: they live for minutes. */
    private Optional<RSAKey> opened(Row row) {
        try {
            return Optional.of(
                    RSAKey.parse(new String(vault.open(row.sealed(), place(row.kid())), StandardCharsets.UTF_8)));
        } catch (UnknownKeyException | BrokenSealException | ParseException e) {
            LOG.warn(
                    "signing key {} cannot be opened ({})",
                    row.kid(),
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static String place(String kid) {
        return "signing-key/" + kid;
    }
}
