package org.warmhandoff.server.access.rate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps one address from trying out keys and tokens: requests for tokens count, and those that were not believed. Before it
 * is known who asks, and before a signature is looked at.
 */
final class AddressLimit extends OncePerRequestFilter {

    private static final int IPV6 = 16;
    private static final int NETWORK = 8;

    private final Buckets buckets;
    private final Throttled throttled;

    AddressLimit(Buckets buckets, Throttled throttled) {
        this.buckets = buckets;
        this.throttled = throttled;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String whose = network(request.getRemoteAddr());
        boolean tokens = request.getRequestURI().startsWith(request.getContextPath() + "/oauth2/");
        Duration wait = tokens ? buckets.take(whose) : buckets.until(whose);
        if (!wait.isZero()) {
            throttled.answer(response, "address", wait);
            return;
        }
        chain.doFilter(request, response);
        if (!tokens && response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            buckets.take(whose);
        }
    }

    /** One subscriber of IPv6 has many addresses of one network. */
    static String network(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes.length == IPV6 ? Arrays.copyOf(bytes, NETWORK) : bytes);
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
