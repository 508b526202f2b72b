package org.warmhandoff.server.partner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.server.postgres.DataDirectoryProperties;
import org.warmhandoff.server.timers.RecurringWork;

/** Looks up when certificates of partners run out, remembers it for every node, and warns in time. */
@Component
public class PartnerCredentials implements RecurringWork {

    static final Duration SOON = Duration.ofDays(30);

    private static final String FORGET = "delete from warmhandoff.partner_credential where partner_id = :id";

    private static final String NOTE =
            """
            insert into warmhandoff.partner_credential (partner_id, what, expires_at, checked_at)
            values (:id, :what, :expires, :now)
            """;

    private static final String OF =
            """
            select partner_id, what, expires_at, checked_at from warmhandoff.partner_credential
             where partner_id = :id order by what
            """;

    private static final String STRAY = "delete from warmhandoff.partner_credential where partner_id <> all (:known)";

    private static final Logger log = LoggerFactory.getLogger(PartnerCredentials.class);

    private final LivePartners live;
    private final CredentialReader reader;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PartnerCredentials(
            LivePartners live,
            DataDirectoryProperties dataDirectory,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.live = live;
        this.reader = new CredentialReader(dataDirectory.path());
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "partner-credentials";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        LivePartners.State state = live.state();
        for (Partner partner : state.partners().all()) {
            entry(partner.id(), state).ifPresent(entry -> look(partner, entry));
        }
        String[] known = state.partners().all().stream().map(Partner::id).toArray(String[]::new);
        transaction.executeWithoutResult(
                status -> jdbc.sql(STRAY).param("known", known).update());
    }

    private static Optional<PartnerProperties.Entry> entry(String id, LivePartners.State state) {
        return Optional.ofNullable(state.configured().get(id))
                .or(() -> Optional.ofNullable(state.stored().entries().get(id)));
    }

    private void look(Partner partner, PartnerProperties.Entry entry) {
        Map<String, Instant> ends = reader.ends(partner, entry);
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            jdbc.sql(FORGET).param("id", partner.id()).update();
            ends.forEach((what, end) -> jdbc.sql(NOTE)
                    .param("id", partner.id())
                    .param("what", what)
                    .param("expires", end.atOffset(ZoneOffset.UTC))
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update());
        });
        ends.forEach((what, end) -> {
            if (end.isBefore(now.plus(SOON))) {
                log.warn("partner {}: its {} ends at {}: renew it", partner.id(), what, end);
            }
        });
    }

    /** As last looked up. */
    public List<PartnerCredential> of(String partnerId) {
        return Objects.requireNonNull(transaction.execute(status -> jdbc.sql(OF)
                .param("id", partnerId)
                .query((row, n) -> new PartnerCredential(
                        row.getString("partner_id"),
                        row.getString("what"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        row.getObject("checked_at", OffsetDateTime.class).toInstant()))
                .list()));
    }
}
