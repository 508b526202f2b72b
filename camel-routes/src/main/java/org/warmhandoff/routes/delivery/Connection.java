package org.warmhandoff.routes.delivery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.tls.TlsFiles;

/** Opens a socket to see whether somebody is there, and who it is. */
public final class Connection {

    private Connection() {}

    /** Connects and hangs up. */
    public static void open(String host, int port, Duration atMost) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), millis(atMost));
        }
    }

    /** Until when the certificate of a TLS server is good that we trust and that names the host. */
    public static Instant certificateEnd(String host, int port, Duration atMost) throws IOException {
        return certificateEnd(host, port, (SSLSocketFactory) SSLSocketFactory.getDefault(), atMost);
    }

    /** The same, with the authorities and the certificate that an entry names. */
    public static Instant certificateEnd(PartnerEndpoint.Mllp endpoint, PartnerEndpoint.Tls tls, Duration atMost)
            throws IOException, GeneralSecurityException {
        SSLSocketFactory factory = new TlsFiles(tls.certificate(), tls.privateKey(), tls.trust()).socketFactory();
        return certificateEnd(endpoint.host(), endpoint.port(), factory, atMost);
    }

    private static Instant certificateEnd(String host, int port, SSLSocketFactory factory, Duration atMost)
            throws IOException {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, port), millis(atMost));
            plain.setSoTimeout(millis(atMost));
            try (SSLSocket tls = (SSLSocket) factory.createSocket(plain, host, port, true)) {
                SSLParameters parameters = tls.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                tls.setSSLParameters(parameters);
                tls.startHandshake();
                return end(tls.getSession().getPeerCertificates());
            }
        }
    }

    private static Instant end(Certificate[] chain) {
        Instant end = Instant.MAX;
        for (Certificate certificate : chain) {
            Instant its = ((X509Certificate) certificate).getNotAfter().toInstant();
            end = its.isBefore(end) ? its : end;
        }
        return end;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
