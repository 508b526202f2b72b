package org.warmhandoff.routes.direct;

import java.util.regex.Pattern;

/** The two parts of a mail address. */
record Mailbox(String name, String domain) {

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255}");

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** @param address one for which {@link #isAddress} holds */
    static Mailbox of(String address) {
        int at = address.lastIndexOf('@');
        return new Mailbox(address.substring(0, at), address.substring(at + 1));
    }

    boolean inDomainOf(Mailbox other) {
        return domain.equalsIgnoreCase(other.domain);
    }
}
