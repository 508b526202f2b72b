package org.warmhandoff.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * {@code /admin} answers this machine alone as long as there is no authentication, and no web page that a browser on this
 * machine has open: neither one that calls us from elsewhere (Origin) nor one whose name was pointed at us (Host).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AdminLoopbackOnly extends OncePerRequestFilter {

    private static final Set<String> OURS = Set.of("localhost", "127.0.0.1", "[::1]", "0:0:0:0:0:0:0:1", "::1");

    private final String baseHost;

    AdminLoopbackOnly(@Value("${warmhandoff.base-url}") String baseUrl) {
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
        if (loopback(request.getRemoteAddr()) && ours(request.getServerName()) && sameSite(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
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
