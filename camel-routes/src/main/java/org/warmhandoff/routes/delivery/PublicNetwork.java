package org.warmhandoff.routes.delivery;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The internet, without what the registries of special addresses (RFC 6890) keep out of it. */
final class PublicNetwork {

    private static final String[] SPECIAL_V4 = {
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4"
    };

    private PublicNetwork() {}

    static boolean contains(InetAddress address) {
        if (address instanceof Inet4Address v4) {
            return Arrays.stream(SPECIAL_V4).noneMatch(range -> within(v4.getAddress(), range));
        }
        return address instanceof Inet6Address v6 && publicV6(v6.getAddress());
    }

    /** Global unicast is 2000::/3; within it are tunnels and documentation that carry or stand for other addresses. */
    private static boolean publicV6(byte[] bytes) {
        boolean unicast = (bytes[0] & 0xe0) == 0x20;
        boolean teredoOrSpecial = bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] & 0xfe) == 0;
        boolean documentation =
                bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] & 0xff) == 0x0d && (bytes[3] & 0xff) == 0xb8;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        return unicast && !teredoOrSpecial && !documentation && !sixToFour;
    }

    private static boolean within(byte[] address, String range) {
        String[] parts = range.split("/", 2);
        int bits = Integer.parseInt(parts[1]);
        int mask = -1 << (32 - bits);
        return (number(address) & mask) == (number(bytes(parts[0])) & mask);
    }

    private static int number(byte[] bytes) {
        return (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    }

    private static byte[] bytes(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(literal, e);
        }
    }
}
