package org.warmhandoff.server.identity.client;

/** Where the public keys of a client are (RFC 7517). */
public sealed interface KeySource {

    /** Here. */
    record Inline(String keySet) implements KeySource {}

    /** In a file that the configuration or an administrator names, relative to the data directory. */
    record InFile(String name) implements KeySource {}

    /**
     * At an address of the client's.
     *
     * @param trusted whether the configuration names it, so that it may be anywhere
     */
    record Address(String url, boolean trusted) implements KeySource {}

    static KeySource of(String reference, boolean trusted) {
        return reference.startsWith("file:")
                ? new InFile(reference.substring("file:".length()).replaceFirst("^//+", "/"))
                : new Address(reference, trusted);
    }
}
