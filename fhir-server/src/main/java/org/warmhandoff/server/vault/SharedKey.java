package org.warmhandoff.server.vault;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A key that every node on a database finds there. It keeps content out of logs and casual queries but not from whoever
 * copies the whole database: nodes with data directories of their own must start without a key being handed round.
 */
final class SharedKey {

    private static final Logger LOG = LoggerFactory.getLogger(SharedKey.class);
    private static final String OFFER =
            "insert into warmhandoff.shared_message_key (material) values (?) on conflict do nothing";
    private static final String TAKE = "select material from warmhandoff.shared_message_key";
    private static final int BYTES = 32;

    private SharedKey() {}

    /** The key in base64; made by the first node that asks. */
    static String of(DataSource dataSource) {
        LOG.warn("Message key kept in the database; set warmhandoff.encryption.key on every node to keep it apart.");
        byte[] material = new byte[BYTES];
        new SecureRandom().nextBytes(material);
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.update(OFFER, Base64.getEncoder().encodeToString(material));
        return Objects.requireNonNull(jdbc.queryForObject(TAKE, String.class));
    }
}
