package org.warmhandoff.server.identity.user;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import javax.sql.DataSource;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.timers.RecurringWork;

/**
 * Counts attempts by user and by address, on all nodes. An attempt is counted as failed before its password is looked at, so
 * that of many at once no more are looked at than of as many one after the other.
 */
@Component
@DependsOn("databaseSchemas")
class SignInAttempts implements RecurringWork {

    private static final String BEGIN =
            """
            with address as (
              insert into warmhandoff.sign_in_address as a (address, failures, failed_at, locked_until)
              values (:address, 1, :now, case when :addressFree <= 1 then :now + make_interval(secs => :lock) end)
              on conflict (address) do update
                 set failures = case when a.failed_at < :hourAgo then 1 else a.failures + 1 end,
                     failed_at = :now,
                     locked_until = case when a.failed_at >= :hourAgo and a.failures + 1 >= :addressFree
                       then :now + make_interval(secs =>
                              least(:longest, :lock * 2 ^ least(20, a.failures + 1 - :addressFree))) end
               where a.locked_until is null or a.locked_until <= :now
              returning 1),
            known as (
              update warmhandoff.staff_user u
                 set failures = case when u.failed_at < :dayAgo then 1 else u.failures + 1 end,
                     failed_at = :now,
                     locked_until = case
                       when case when u.failed_at < :dayAgo then 1 else u.failures + 1 end >= :free
                       then :now + make_interval(secs =>
                              least(:longest, :lock * 2 ^ least(20, greatest(0, u.failures + 1 - :free)))) end
               where u.name = :name and (u.locked_until is null or u.locked_until <= :now)
                 and exists (select 1 from address)
              returning u.locked_until is not null as locked)
            select (select count(*) from address) = 1 as address_free, (select count(*) from known) = 1 as name_free,
                   coalesce((select locked from known), false) as locks
            """;

    private static final String TOUCH =
            "update warmhandoff.sign_in_address set failed_at = failed_at where address = :address";

    private static final String FORGIVE =
            """
            with address as (
              update warmhandoff.sign_in_address
                 set failures = greatest(0, failures - 1),
                     locked_until = case when failures - 1 < :addressFree then null else locked_until end
               where address = :address)
            update warmhandoff.staff_user set failures = 0, locked_until = null, signed_in_at = :now where name = :name
            """;

    private static final String FORGET =
            """
            delete from warmhandoff.sign_in_address
             where failed_at < :dayAgo and (locked_until is null or locked_until <= :now)
            """;

    private static final int NETWORK_BYTES = 8;

    private final JdbcClient jdbc;
    private final LoginProperties properties;
    private final Clock clock;

    SignInAttempts(DataSource dataSource, LoginProperties properties, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @param addressFree false when the address waits
     * @param nameFree whether there is such a user, who does not wait
     * @param locks whether another failure is the last for now
     */
    record Begun(boolean addressFree, boolean nameFree, boolean locks) {}

    /** Counts an attempt. */
    Begun begin(String name, String address) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql(BEGIN)
                .param("name", name)
                .param("address", network(address))
                .param("now", now)
                .param("hourAgo", now.minusHours(1))
                .param("dayAgo", now.minusDays(1))
                .param("free", properties.failures())
                .param("addressFree", properties.addressFailures())
                .param("lock", (double) properties.lock().toSeconds())
                .param("longest", (double) properties.longestLock().toSeconds())
                .query((row, number) ->
                        new Begun(row.getBoolean("address_free"), row.getBoolean("name_free"), row.getBoolean("locks")))
                .single();
    }

    /** Costs what noting an event of a known user costs, so that time does not tell who is known. */
    void pass(String address) {
        jdbc.sql(TOUCH).param("address", network(address)).update();
    }

    /** It was none: whoever signs in well has the user's failures forgotten, and one of the address. */
    void forgive(String name, String address) {
        jdbc.sql(FORGIVE)
                .param("name", name)
                .param("address", network(address))
                .param("addressFree", properties.addressFailures())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whoever has one address of IPv6 has its whole network. */
    static String network(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            if (bytes.length > NETWORK_BYTES) {
                Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
            }
            return String.valueOf(InetAddress.getByAddress(bytes).getHostAddress());
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    @Override
    public String name() {
        return "forget-sign-in-addresses";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql(FORGET).param("dayAgo", now.minusDays(1)).param("now", now).update();
    }
}
