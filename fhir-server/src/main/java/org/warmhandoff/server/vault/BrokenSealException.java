package org.warmhandoff.server.vault;

/** What is stored is not what was sealed here: changed, moved from another row, or cut. */
public final class BrokenSealException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenSealException(String what) {
        super(what);
    }
}
