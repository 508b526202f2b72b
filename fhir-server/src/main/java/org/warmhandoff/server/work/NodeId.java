package org.warmhandoff.server.work;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/**
 * One start of one node, the owner of leases. Every start has its own, so that a restarted node is never taken for the
 * one that died.
 */
public record NodeId(String value) {

    public static NodeId ofThisStart() {
        String start = UUID.randomUUID().toString().substring(0, 8);
        return new NodeId(host() + ":" + ProcessHandle.current().pid() + ":" + start);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
