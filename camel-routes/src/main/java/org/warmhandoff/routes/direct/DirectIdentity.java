package org.warmhandoff.routes.direct;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;

/** Who we are in Direct: a key and its certificate. */
record DirectIdentity(PrivateKey key, X509Certificate certificate) {

    /** @throws GeneralSecurityException also when there is no key in the file */
    static DirectIdentity load(Path keyStore, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            store.load(in, password.toCharArray());
        }
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return new DirectIdentity(key, certificate);
            }
        }
        throw new GeneralSecurityException("no key with a certificate");
    }
}
