package org.warmhandoff.server.inbox;

import java.util.Locale;

/** Where a message stands. Only {@link #RECEIVED} is open; only {@link #REFUSED} leaves its control id free. */
public enum InboxState {
    RECEIVED,
    APPLIED,
    REFUSED,
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static InboxState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
