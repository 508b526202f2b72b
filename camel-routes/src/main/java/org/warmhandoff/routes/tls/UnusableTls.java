package org.warmhandoff.routes.tls;

/** Why TLS cannot be offered as configured. Stops the start. */
public final class UnusableTls extends IllegalStateException {

    private static final long serialVersionUID = 1;

    public UnusableTls(String property, String mistake) {
        super(property + ": " + mistake);
    }
}
