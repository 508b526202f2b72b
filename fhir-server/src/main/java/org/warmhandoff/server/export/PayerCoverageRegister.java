package org.warmhandoff.server.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Who is covered by which payer: the truth that the payers' Groups show and that exports are held to. Joins the caller's
 * transaction.
 */
@Component
class PayerCoverageRegister {

    private static final String OF_COVERAGE =
            """
            select payer, patient_id, active, covered_from, covered_until, period_start, period_end
              from warmhandoff.payer_coverage
             where coverage_id = ?""";

    private static final String FORGET = "delete from warmhandoff.payer_coverage where coverage_id = ?";

    private static final String NOTE =
            """
            insert into warmhandoff.payer_coverage
                   (payer, patient_id, active, covered_from, covered_until, period_start, period_end, coverage_id)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String IN_FORCE =
            """
            select payer, patient_id, active, covered_from, covered_until, period_start, period_end
              from warmhandoff.payer_coverage
             where payer = ? and active
               and (covered_from is null or covered_from <= ?)
               and (covered_until is null or covered_until > ?)""";

    private static final String COVERAGES = "select coverage_id from warmhandoff.payer_coverage where payer = ?";

    private static final String CROSSED =
            """
            select distinct payer from warmhandoff.payer_coverage
             where active and ((covered_from > ? and covered_from <= ?) or (covered_until > ? and covered_until <= ?))""";

    private static final String DUE = "insert into warmhandoff.payer_group_due (payer) values (?)";

    private static final String ALL_DUE = "select distinct payer from warmhandoff.payer_group_due order by 1";

    private static final String TAKE = "delete from warmhandoff.payer_group_due where payer = ?";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    PayerCoverageRegister(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Replaces what was known of a Coverage; true when that changed anything, and then its payers' Groups are due. */
    boolean replace(String coverageId, List<PayerCoverage> coverages) {
        Set<PayerCoverage> before = new HashSet<>(jdbc.query(OF_COVERAGE, PayerCoverageRegister::read, coverageId));
        if (before.equals(Set.copyOf(coverages))) {
            return false;
        }
        jdbc.update(FORGET, coverageId);
        coverages.forEach(coverage -> jdbc.update(
                NOTE,
                coverage.payer(),
                coverage.patientId(),
                coverage.active(),
                timestamp(coverage.covered().from()),
                timestamp(coverage.covered().until()),
                coverage.start(),
                coverage.end(),
                coverageId));
        markDue(Stream.concat(before.stream(), coverages.stream())
                .map(PayerCoverage::payer)
                .collect(Collectors.toSet()));
        return true;
    }

    List<Member> members(String payer) {
        Timestamp now = Timestamp.from(clock.instant());
        return Member.of(jdbc.query(IN_FORCE, PayerCoverageRegister::read, payer, now, now));
    }

    /** Ids of all Coverages that name the payer, in force or not. */
    Set<String> coverages(String payer) {
        return Set.copyOf(jdbc.queryForList(COVERAGES, String.class, payer));
    }

    /** Payers with a Coverage that began or ended after one instant and up to another. */
    List<String> crossed(Instant after, Instant upTo) {
        Timestamp from = Timestamp.from(after);
        Timestamp to = Timestamp.from(upTo);
        return jdbc.queryForList(CROSSED, String.class, from, to, from, to);
    }

    void markDue(Collection<String> payers) {
        payers.forEach(payer -> jdbc.update(DUE, payer));
    }

    List<String> due() {
        return jdbc.queryForList(ALL_DUE, String.class);
    }

    /** True when the Group of that payer is to be written; what is noted from here on makes it due again. */
    boolean takeDue(String payer) {
        return jdbc.update(TAKE, payer) > 0;
    }

    private static PayerCoverage read(ResultSet row, int number) throws SQLException {
        return new PayerCoverage(
                row.getString(1),
                row.getString(2),
                row.getBoolean(3),
                new CoveredPeriod(instant(row.getTimestamp(4)), instant(row.getTimestamp(5))),
                row.getString(6),
                row.getString(7));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
