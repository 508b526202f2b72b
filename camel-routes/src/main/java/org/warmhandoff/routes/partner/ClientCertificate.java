package org.warmhandoff.routes.partner;

import java.nio.file.Path;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * By which certificate a partner proves over TLS who it is: any that fits one of these.
 *
 * @param fingerprints SHA-256 of the certificate, lower-case hexadecimal
 * @param subject its whole subject name, from an authority that the listener trusts
 * @param file PEM file with the certificate, or with the old and the new one
 * @param required whether messages without any certificate are refused; another one than these always is
 */
public record ClientCertificate(
        Set<String> fingerprints, @Nullable X500Principal subject, @Nullable Path file, boolean required) {

    public ClientCertificate {
        fingerprints = Set.copyOf(fingerprints);
    }
}
