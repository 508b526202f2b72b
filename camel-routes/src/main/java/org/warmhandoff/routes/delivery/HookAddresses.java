package org.warmhandoff.routes.delivery;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which addresses of clients we send to: https, and no network of our own (OWASP: server-side request forgery). */
public final class HookAddresses {

    private static final int LONGEST = 2_000;

    private final HookProperties properties;
    private final Resolver resolver;

    /** Asks the name service. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    HookAddresses(HookProperties properties, Resolver resolver) {
        this.properties = properties;
        this.resolver = resolver;
    }

    public HookAddresses(HookProperties properties) {
        this(properties, InetAddress::getAllByName);
    }

    /** What is wrong with an address, as far as can be seen now; names are asked again for every notification. */
    public Optional<String> fault(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || address.getHost() == null || address.toString().length() > LONGEST) {
            return Optional.of("must be an https address");
        } else if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return Optional.of("must have neither user information nor a fragment");
        } else if (allowed(address)) {
            return Optional.empty();
        } else if (!scheme.equals("https")) {
            return Optional.of("must be an https address");
        }
        return reachable(address.getHost());
    }

    private Optional<String> reachable(String host) {
        try {
            publicAddresses(host);
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of("names a host that cannot be resolved to public addresses only");
        }
    }

    boolean allowed(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return properties.allowedHosts().contains(host)
                || properties.allowedHosts().contains(host + ":" + address.getPort());
    }

    /** The addresses to connect to, so that no later answer of the name service leads elsewhere. */
    InetAddress[] publicAddresses(String host) throws UnknownHostException {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        InetAddress[] found = resolver.resolve(bare);
        if (found.length == 0 || !List.of(found).stream().allMatch(PublicNetwork::contains)) {
            throw new UnknownHostException("not a public address");
        }
        return found;
    }
}
