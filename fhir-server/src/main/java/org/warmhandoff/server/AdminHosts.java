package org.warmhandoff.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * {@code /admin} answers no web page of elsewhere: neither one that calls us from its own address (Origin) nor one whose
 * name was pointed at ours (Host), whatever token its browser may hold. Who calls is asked after that.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AdminHosts extends OncePerRequestFilter {

    private static final Set<String> OURS = Set.of("localhost", "127.0.0.1", "[::1]", "0:0:0:0:0:0:0:1", "::1");

    /** No name service can point an address in digits elsewhere. */
    private static final Pattern IN_DIGITS = Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?");

    private final String baseHost;

    AdminHosts(@Value("${warmhandoff.base-url}") String baseUrl) {
        String host = host(baseUrl);
        this.baseHost = host == null ? "localhost" : host;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // As the container has decoded and normalised it, and as controllers are found by.
        String path = request.getServletPath();
        return !path.equals("/admin") && !path.startsWith("/admin/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getServerName();
        if ((ours(host) || IN_DIGITS.matcher(host).matches()) && sameSite(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean ours(@Nullable String host) {
        return host != null && (OURS.contains(host.toLowerCase(Locale.ROOT)) || host.equalsIgnoreCase(baseHost));
    }

    private boolean sameSite(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null || ours(host(origin));
    }

    private static @Nullable String host(String address) {
        try {
            return URI.create(address).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
