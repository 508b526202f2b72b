package org.warmhandoff.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * A scraper on this machine reads metrics without a token: they hold counts and codes, and Prometheus cannot sign
 * assertions. What a proxy on this machine hands on is not nearby.
 */
final class MetricsNearby {

    private static final List<String> HANDED_ON = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via");

    private MetricsNearby() {}

    static boolean asks(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && SecurityDoors.path(request).equals("/actuator/prometheus")
                && HANDED_ON.stream().allMatch(name -> request.getHeader(name) == null)
                && loopback(request.getRemoteAddr());
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
