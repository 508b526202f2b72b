package org.warmhandoff.server.access.rate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.filter.OncePerRequestFilter;
import org.warmhandoff.server.access.KnownScopes;
import org.warmhandoff.server.identity.Caller;

/**
 * Keeps one client from taking what others need. After it is known who asks; whoever works at the server's own machine as
 * {@code staff} is not held back.
 */
final class ClientLimit extends OncePerRequestFilter {

    private static final String STAFF = "staff";
    private static final Duration SOON = Duration.ofSeconds(1);

    private final KnownScopes callers;
    private final Buckets buckets;
    private final int concurrent;
    private final Throttled throttled;
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    ClientLimit(KnownScopes callers, Buckets buckets, int concurrent, Throttled throttled) {
        this.callers = callers;
        this.buckets = buckets;
        this.concurrent = concurrent;
        this.throttled = throttled;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> whose =
                callers.caller().filter(caller -> !isStaff(caller)).map(ClientLimit::name);
        if (whose.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Duration wait = buckets.take(whose.get());
        if (!wait.isZero()) {
            throttled.answer(response, "rate", wait);
        } else if (!enters(whose.get())) {
            throttled.answer(response, "concurrent", SOON);
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                leaves(whose.get());
            }
        }
    }

    private static boolean isStaff(Caller caller) {
        return caller.kind() == Caller.Kind.STAFF && caller.client().equals(STAFF);
    }

    /** People share the client that they use. */
    private static String name(Caller caller) {
        return caller.user() == null ? caller.client() : caller.client() + " " + caller.user();
    }

    private boolean enters(String whose) {
        boolean[] entered = new boolean[1];
        underWay.compute(whose, (any, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < concurrent;
            return entered[0] ? Integer.valueOf(before + 1) : count;
        });
        return entered[0];
    }

    private void leaves(String whose) {
        underWay.computeIfPresent(whose, (any, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    }
}
