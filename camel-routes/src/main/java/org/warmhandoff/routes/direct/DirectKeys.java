package org.warmhandoff.routes.direct;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Our identity, read from its file when it is first needed, and again after it could not be read. */
final class DirectKeys {

    private final Path dataDirectory;
    private final Path keyStore;
    private final String password;
    private volatile @Nullable Smime smime;

    DirectKeys(DirectProperties properties, Path dataDirectory) {
        this.dataDirectory = dataDirectory;
        this.keyStore = CertificateFiles.path(dataDirectory, properties.keyStore());
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

    SSLContext relayTls(DirectProperties.RelayTls tls) throws IOException, GeneralSecurityException {
        return DirectTls.relay(tls, dataDirectory);
    }

    SSLContext listenerTls(DirectProperties.Tls tls) {
        return DirectTls.server(tls, dataDirectory);
    }
}
