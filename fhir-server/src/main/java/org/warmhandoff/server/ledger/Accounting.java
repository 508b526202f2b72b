package org.warmhandoff.server.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.Obligation;

/**
 * Which disclosures a patient is told of: those that a consent carried in the last three years (42 CFR 2.25), others that
 * count in the last six (45 CFR 164.528). Denials never: they disclosed nothing.
 */
final class Accounting {

    static final int BY_CONSENT_YEARS = 3;
    static final int OTHER_YEARS = 6;
    private static final int READ_AT_ONCE = 1000;

    /** Use within the programme and its agents, and what the patient got, is not accounted for. */
    private static final Set<ActorKind> INSIDE =
            EnumSet.of(ActorKind.OWN_WORKFORCE, ActorKind.QSO_BA, ActorKind.PATIENT, ActorKind.PERSONAL_REP);

    private final LedgerReader reader;
    private final Clock clock;

    Accounting(LedgerReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * @param start without it, as far back as the law goes
     * @param before the first instant not any more
     * @param most how many at most
     */
    List<LedgerReader.Found> of(String patient, @Nullable Instant start, @Nullable Instant before, int most) {
        Instant end = before == null ? clock.instant() : before;
        Instant from = start == null ? yearsBefore(end, OTHER_YEARS) : start;
        Instant consentFrom = start == null ? yearsBefore(end, BY_CONSENT_YEARS) : start;
        List<LedgerReader.Found> counted = new ArrayList<>();
        LedgerQuery query = LedgerQuery.disclosed(patient, from, before);
        for (int offset = 0; counted.size() < most; offset += READ_AT_ONCE) {
            List<LedgerReader.Found> read = reader.find(query, READ_AT_ONCE, offset);
            read.stream()
                    .filter(found -> counts(found.entry(), consentFrom))
                    .limit(most - (long) counted.size())
                    .forEach(counted::add);
            if (read.size() < READ_AT_ONCE) {
                break;
            }
        }
        return counted;
    }

    private static boolean counts(LedgerEntry entry, Instant consentFrom) {
        if (entry.outcome() == LedgerEntry.Outcome.DENY) {
            return false;
        }
        if (entry.ground().consent() != null) {
            boolean outside = !INSIDE.contains(entry.recipient().kind());
            return outside && !entry.at().isBefore(consentFrom);
        }
        return entry.ground().obligations().contains(Obligation.ACCOUNTING);
    }

    private static Instant yearsBefore(Instant end, int years) {
        return end.atOffset(ZoneOffset.UTC).minusYears(years).toInstant();
    }
}
