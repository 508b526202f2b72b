package org.warmhandoff.routes.direct;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** TLS of the mail server and towards the relay, from PEM files. */
final class DirectTls {

    private DirectTls() {}

    /** For the listener. @throws IllegalStateException that names the property at fault */
    static SSLContext server(DirectProperties.Tls tls, Path dataDirectory) {
        String certificate = tls.certificate();
        String key = tls.key();
        if (certificate == null || key == null) {
            throw new IllegalStateException("warmhandoff.direct.tls: needs a certificate and a key");
        }
        try {
            KeyStore store = new PemSslStoreBundle(
                            PemSslStoreDetails.forCertificate(text(dataDirectory, certificate))
                                    .withPrivateKey(text(dataDirectory, key)),
                            null)
                    .getKeyStore();
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException("warmhandoff.direct.tls: certificate or key cannot be used", e);
        }
    }

    /** Towards the relay; the platform's authorities unless others are configured. */
    static SSLContext relay(DirectProperties.RelayTls tls, Path dataDirectory)
            throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        String trust = tls.trust();
        if (trust == null) {
            context.init(null, null, null);
            return context;
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int ordinal = 0;
        for (X509Certificate anchor : CertificateFiles.certificates(CertificateFiles.path(dataDirectory, trust))) {
            store.setCertificateEntry("anchor-" + ordinal++, anchor);
        }
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        context.init(null, trusted.getTrustManagers(), null);
        return context;
    }

    private static String text(Path dataDirectory, String reference) throws IOException {
        return Files.readString(CertificateFiles.path(dataDirectory, reference));
    }
}
