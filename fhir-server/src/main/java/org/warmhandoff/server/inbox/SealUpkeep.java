package org.warmhandoff.server.inbox;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.server.timers.RecurringWork;
import org.warmhandoff.server.vault.BrokenSealException;
import org.warmhandoff.server.vault.KeyRegister;
import org.warmhandoff.server.vault.UnknownKeyException;

/**
 * Seals with the newest key what is plain or sealed with an older one, from the first message on, so that an old key
 * can be retired. A row that cannot be opened is left as it is.
 */
@Component
final class SealUpkeep implements RecurringWork {

    private static final String NEXT =
            """
            select max(id) from (
              select id from warmhandoff.inbox
               where id > (select sealed_to from warmhandoff.message_key_use where key_id = :key)
                 and received_at < :settled
               order by id limit :limit) as step
            """;

    private static final String OTHERS =
            """
            select %s from warmhandoff.inbox i
             where i.id > (select sealed_to from warmhandoff.message_key_use where key_id = :key)
               and i.id <= :to and i.key_id is distinct from :key
             order by i.id
            """
                    .formatted(InboxRow.COLUMNS);

    /** Not while somebody gives it an answer. */
    private static final String SEAL =
            """
            update warmhandoff.inbox set body = :body, sha256 = :digest, answer = :answer, key_id = :key
             where id = :id and key_id is not distinct from :old and answer is not distinct from :oldAnswer
            """;

    private static final String SEALED = "update warmhandoff.message_key_use set sealed_to = :to where key_id = :key";

    /** Messages looked at in one step; those of other keys are few or it is the first run after a change of keys. */
    private static final int STEP = 200;

    /** A message may be committed some moments after one with a higher id. */
    private static final Duration COMMITTED = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(SealUpkeep.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final MessageIndex index;
    private final KeyRegister keys;
    private final Clock clock;

    SealUpkeep(
            DataSource dataSource,
            TransactionTemplate transaction,
            InboxQueue.Stored stored,
            KeyRegister keys,
            Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = transaction;
        this.seal = stored.seal();
        this.index = stored.index();
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "seal-messages";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        int done = 0;
        Optional<Integer> step = step();
        while (step.isPresent()) {
            done += step.get();
            step = step();
        }
        int retired = keys.retire(seal.keyId());
        if (done > 0 || retired > 0) {
            log.info("{} messages sealed with key {}, {} older keys are no longer needed", done, seal.keyId(), retired);
        }
    }

    /** How many rows were sealed; empty when there is nothing left to look at. */
    private Optional<Integer> step() {
        return Objects.requireNonNull(transaction.execute(status -> {
            Long to = jdbc.sql(NEXT)
                    .param("key", seal.keyId())
                    .param("settled", clock.instant().minus(COMMITTED).atOffset(ZoneOffset.UTC))
                    .param("limit", STEP)
                    .query(Long.class)
                    .optional()
                    .orElse(null);
            if (to == null) {
                return Optional.<Integer>empty();
            }
            List<InboxRow> others = jdbc.sql(OTHERS)
                    .param("key", seal.keyId())
                    .param("to", to)
                    .query((row, n) -> InboxRow.read(row))
                    .list();
            long changedMeanwhile =
                    others.stream().filter(row -> !sealAnew(row)).count();
            if (changedMeanwhile == 0) {
                jdbc.sql(SEALED).param("key", seal.keyId()).param("to", to).update();
            }
            return Optional.of(others.size());
        }));
    }

    /** False when the row was changed meanwhile, so that it is to be looked at once more. */
    private boolean sealAnew(InboxRow row) {
        StoredMessage sealed = row.sealed();
        try {
            StoredMessage plain = row.opened(seal);
            byte[] body = plain.message().body();
            boolean acknowledged = sealed.message().dialect() == Dialect.HL7V2;
            index.noteAnew(sealed.id(), plain.message());
            return jdbc.sql(SEAL)
                            .param("id", sealed.id())
                            .param(
                                    "body",
                                    seal.body(
                                            body,
                                            sealed.message().sender(),
                                            sealed.message().controlId()))
                            .param("digest", seal.digest(body))
                            .param(
                                    "answer",
                                    acknowledged ? sealed.answer() : seal.answer(plain.answer(), sealed.id()),
                                    Types.VARCHAR)
                            .param("oldAnswer", sealed.answer(), Types.VARCHAR)
                            .param("old", row.keyId(), Types.VARCHAR)
                            .param("key", seal.keyId())
                            .update()
                    == 1;
        } catch (UnknownKeyException | BrokenSealException e) {
            log.error("inbox message {}: left as it is: {}", sealed.id(), e.getMessage());
            return true;
        }
    }
}
