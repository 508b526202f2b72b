package org.warmhandoff.routes.direct;

import java.security.GeneralSecurityException;

/** A partner's certificate is not to be trusted for what it is needed for. */
final class UntrustedCertificate extends GeneralSecurityException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code such as {@code revoked} */
    UntrustedCertificate(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
