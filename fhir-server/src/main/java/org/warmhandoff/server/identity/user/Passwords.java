package org.warmhandoff.server.identity.user;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords as Argon2id hashes (RFC 9106), with the least cost that OWASP names: 19 MiB, two passes, one lane. */
@Component
class Passwords {

    /** Of a password that nobody knows: whoever is unknown costs as much as whoever is known. */
    static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$bz4uuS4taD+haX9+02sVhQ" + "$o1Xh2F/+ohS2YMXX8Hk9V5Fhqrhc1Jemh725U1mOU2s";

    /** Longer ones are wrong, but cost the same. */
    static final int LONGEST = 200;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Whoever waits holds a thread that others could be served by. */
    private static final int MOST_WAITING = 16;

    /** No letters or digits that look alike. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);
    private final SecureRandom random = new SecureRandom();

    /** Each computation takes a processor and 19 MiB: strangers shall not take all of them. */
    private final Semaphore atOnce =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    String hash(String password) {
        return String.valueOf(argon2.encode(normal(password)));
    }

    /** Empty when too many are asking. @param hash null when there is no such user */
    Optional<Boolean> matches(String password, @Nullable String hash) {
        try {
            if (atOnce.getQueueLength() >= MOST_WAITING
                    || !atOnce.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            boolean fits = password.length() <= LONGEST;
            boolean same = argon2.matches(fits ? normal(password) : "", hash == null ? NOBODYS : hash);
            return Optional.of(same && fits && hash != null);
        } finally {
            atOnce.release();
        }
    }

    /** The same characters typed on another keyboard are the same password (NIST SP 800-63B, 3.1.1.2). */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /** About 99 bits. */
    String random() {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                made.append('-');
            }
            made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return made.toString();
    }
}
