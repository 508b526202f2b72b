package org.warmhandoff.server.identity.user;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in (NIST SP 800-63B, 3.2.2 and 5.2).
 *
 * @param failures of one user in a row, after which that name waits
 * @param addressFailures from one address within an hour, after which that address waits
 * @param lock the first wait, doubled by each further failure
 * @param longestLock the longest wait
 * @param idleTimeout a session that asks for nothing for so long has ended
 * @param longestSession a session has ended after so long, whatever it asks for
 * @param passwordLength the fewest characters of a password
 */
@ConfigurationProperties("warmhandoff.login")
public record LoginProperties(
        @DefaultValue("5") int failures,
        @DefaultValue("50") int addressFailures,
        @DefaultValue("1m") Duration lock,
        @DefaultValue("1h") Duration longestLock,
        @DefaultValue("30m") Duration idleTimeout,
        @DefaultValue("12h") Duration longestSession,
        @DefaultValue("12") int passwordLength) {

    private static final int MOST_FAILURES = 100;
    private static final int MOST_ADDRESS_FAILURES = 10_000;
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 64;
    private static final Duration DAY = Duration.ofDays(1);

    public LoginProperties {
        within("failures", failures, 1, MOST_FAILURES);
        within("address-failures", addressFailures, 1, MOST_ADDRESS_FAILURES);
        within("password-length", passwordLength, SHORTEST_PASSWORD, LONGEST_PASSWORD);
        within("lock", lock, Duration.ofSeconds(1), DAY);
        within("longest-lock", longestLock, lock, DAY);
        within("idle-timeout", idleTimeout, Duration.ofSeconds(1), DAY);
        within("longest-session", longestSession, idleTimeout, DAY);
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("warmhandoff.login." + name + ": must be from " + least + " to " + most);
        }
    }

    private static void within(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("warmhandoff.login." + name + ": must be from " + least.toSeconds()
                    + "s to " + most.toSeconds() + "s");
        }
    }
}
