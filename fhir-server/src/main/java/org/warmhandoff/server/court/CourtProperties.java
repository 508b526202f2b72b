package org.warmhandoff.server.court;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What courts hear by themselves.
 *
 * @param noticeDelay how long a missed session or a test result waits before the court hears of it, so that a wrong entry
 *     can be corrected
 * @param missedSessions unexcused absences in seven days from which on each is told of
 * @param reportBefore business days before a hearing on which its report leaves
 * @param prepareBefore business days before a hearing on which staff are asked to prepare it
 * @param weekly whether a participant without a hearing ahead is reported on each week
 * @param checkInterval pause between two looks at what is due
 */
@ConfigurationProperties("warmhandoff.court")
public record CourtProperties(
        @DefaultValue("1h") Duration noticeDelay,
        @DefaultValue("1") int missedSessions,
        @DefaultValue("3") int reportBefore,
        @DefaultValue("5") int prepareBefore,
        @DefaultValue("true") boolean weekly,
        @DefaultValue("30s") Duration checkInterval) {

    public CourtProperties {
        if (noticeDelay.isNegative() || missedSessions < 1 || reportBefore < 1 || prepareBefore < reportBefore) {
            throw new IllegalArgumentException(
                    "warmhandoff.court: notice-delay must not be negative, missed-sessions and"
                            + " report-before must be 1 or more, prepare-before not less than report-before");
        }
    }
}
