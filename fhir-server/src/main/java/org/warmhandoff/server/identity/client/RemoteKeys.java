package org.warmhandoff.server.identity.client;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.delivery.GuardedDownload;

/**
 * Key sets at addresses of clients, kept for a while: a key that is taken back is refused after five minutes, and a new one
 * is found at once, but nobody makes us ask an address more than twice a minute.
 */
@Component
class RemoteKeys {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteKeys.class);
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST = 256 * 1024;

    private final GuardedDownload download;
    private final Clock clock;
    private final Map<String, Fetched> known = new ConcurrentHashMap<>();

    RemoteKeys(GuardedDownload download, Clock clock) {
        this.download = download;
        this.clock = clock;
    }

    private record Fetched(List<JWK> keys, Instant at) {}

    Optional<JWK> find(KeySource.Address address, String kid) {
        String key = address.trusted() + " " + address.url();
        Fetched fetched = known.compute(key, (name, last) -> last != null && good(last, kid) ? last : fetched(address));
        return fetched == null ? Optional.empty() : ClientKeys.named(fetched.keys(), kid);
    }

    private boolean good(Fetched last, String kid) {
        Duration age = Duration.between(last.at(), clock.instant());
        boolean there = ClientKeys.named(last.keys(), kid).isPresent();
        return age.compareTo(there ? GOOD_FOR : PAUSE) < 0;
    }

    /** What cannot be had is remembered as empty, so that it is not asked for again at once. */
    private @Nullable Fetched fetched(KeySource.Address address) {
        try {
            byte[] body = download.get(URI.create(address.url()), address.trusted(), LARGEST, PATIENCE);
            return new Fetched(ClientKeys.publicOnes(new String(body, StandardCharsets.UTF_8)), clock.instant());
        } catch (IOException | ParseException | IllegalArgumentException e) {
            LOG.warn("a key set of a client cannot be had ({})", e.getClass().getSimpleName());
            return new Fetched(List.of(), clock.instant());
        }
    }
}
