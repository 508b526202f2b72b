package org.warmhandoff.routes.direct;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** Our identity, read from its file when it is first needed, and again after it could not be read. */
final class DirectKeys {

    private final Path keyStore;
    private final String password;
    private volatile @Nullable Smime smime;

    DirectKeys(DirectProperties properties, Path dataDirectory) {
        String file = properties.keyStore();
        this.keyStore = dataDirectory.resolve(file.startsWith("file:") ? file.substring("file:".length()) : file);
        this.password = properties.keyStorePassword() == null ? "" : properties.keyStorePassword();
    }

    Smime smime() throws IOException, GeneralSecurityException {
        Smime known = smime;
        if (known == null) {
            known = new Smime(DirectIdentity.load(keyStore, password));
            smime = known;
        }
        return known;
    }
}
