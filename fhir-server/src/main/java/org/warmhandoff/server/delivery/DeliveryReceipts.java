package org.warmhandoff.server.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records what a partner says, some time after delivery, of a file or mail that it was sent: taken, or refused, which makes the
 * delivery a dead letter. Said twice, it counts once.
 */
@Component
public class DeliveryReceipts {

    /** Evidence is the name of the file, which ends in the message id, and the beginning of its digest. */
    private static final String FIND =
            """
            select * from warmhandoff.delivery
             where partner_id = :partner and kind in ('court-package', 'court-filing')
               and evidence like :file escape '!'
             order by id for update
            """;

    /** Evidence is what a relay said of a mail: its Message-ID. */
    private static final String FIND_MAIL =
            """
            select * from warmhandoff.delivery
             where partner_id = :partner and evidence = :evidence and evidence like '250 <%' order by id for update
            """;

    /** A notification may be faster than we are with recording that the mail has left. */
    private static final String FIND_LEAVING =
            """
            select * from warmhandoff.delivery where partner_id = :partner and state = 'leased' order by id for update
            """;

    private static final String RECORD =
            """
            update warmhandoff.delivery
               set receipt = :receipt, receipt_at = :now,
                   state = case when :receipt = 'nak' then 'dead' else state end,
                   reason = case when :receipt = 'nak' then :code else reason end,
                   settled_at = case when state = 'leased' and :receipt = 'ack' then settled_at
                                     else coalesce(settled_at, :now) end
             where id = :id and (receipt is distinct from :receipt or (:receipt = 'nak' and state <> 'dead'))
            """;

    /** A replay must send it again, so nothing may say that the partner has it. */
    private static final String DISOWN = "update warmhandoff.delivery set evidence = null where id = :id";

    private static final String NOTE =
            """
            update warmhandoff.delivery_attempt
               set outcome = case when :receipt = 'nak' then 'rejected' else outcome end, code = :receipt, reason = :code
             where delivery_id = :id
               and lease_no = (select max(lease_no) from warmhandoff.delivery_attempt where delivery_id = :id)
            """;

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryReceipts.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectProvider<DeliveryListener> listeners;
    private final Clock clock;

    DeliveryReceipts(
            JdbcClient jdbc, TransactionTemplate transaction, ObjectProvider<DeliveryListener> listeners, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * What the partner says.
     *
     * @param messageId of what it was sent
     * @param taken whether it took it
     * @param code why not; a code, no content
     */
    public record Receipt(String partnerId, String messageId, boolean taken, String code) {}

    /** The delivery that it is of; empty when no such file was sent to that partner. */
    public Optional<Delivery> record(Receipt receipt) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<Delivery> found = jdbc.sql(FIND)
                    .param("partner", receipt.partnerId())
                    .param("file", "%!_" + receipt.messageId().replaceAll("[^A-Za-z0-9-]", "") + ".%")
                    .query((row, n) -> DeliveryRow.delivery(row))
                    .list();
            found.forEach(delivery -> record(delivery, receipt));
            return found.stream().findFirst();
        }));
    }

    /**
     * The same of a mail.
     *
     * @param receipt with the Message-ID, without its angle brackets
     */
    public Optional<Delivery> recordMail(Receipt receipt) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Delivery> found = jdbc
                    .sql(FIND_MAIL)
                    .param("partner", receipt.partnerId())
                    .param("evidence", "250 <" + receipt.messageId() + ">")
                    .query((row, n) -> DeliveryRow.delivery(row))
                    .list()
                    .stream()
                    .findFirst()
                    .or(() -> leaving(receipt));
            found.ifPresent(delivery -> record(delivery, receipt));
            return found;
        }));
    }

    private Optional<Delivery> leaving(Receipt receipt) {
        String id =
                receipt.messageId().substring(0, Math.max(0, receipt.messageId().indexOf('@')));
        return jdbc
                .sql(FIND_LEAVING)
                .param("partner", receipt.partnerId())
                .query((row, n) -> DeliveryRow.delivery(row))
                .list()
                .stream()
                .filter(delivery -> MessageIds.of(delivery).equals(id))
                .findFirst();
    }

    private void record(Delivery delivery, Receipt receipt) {
        String word = receipt.taken() ? "ack" : "nak";
        boolean news = jdbc.sql(RECORD)
                        .param("id", delivery.id())
                        .param("receipt", word)
                        .param("code", receipt.code())
                        .param("now", DeliveryRow.utc(clock.instant()))
                        .update()
                == 1;
        if (!news) {
            return;
        }
        jdbc.sql(NOTE)
                .param("id", delivery.id())
                .param("receipt", word)
                .param("code", receipt.code())
                .update();
        if (!receipt.taken()) {
            jdbc.sql(DISOWN).param("id", delivery.id()).update();
            LOG.error("delivery {}: {} refused it: {}", delivery.id(), receipt.partnerId(), receipt.code());
            listeners.orderedStream().forEach(listener -> listener.dead(delivery, receipt.code()));
        }
    }
}
