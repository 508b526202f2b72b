package org.warmhandoff.routes.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import org.apache.http.HttpHeaders;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.DnsResolver;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.BasicHttpClientConnectionManager;

/** Gets a small document from an address of a client's, by the rules of {@link HookAddresses} and without redirects. */
public final class GuardedDownload {

    private final HookAddresses addresses;

    public GuardedDownload(HookAddresses addresses) {
        this.addresses = addresses;
    }

    /** What is wrong with an address of a client's, as far as can be seen now. */
    public Optional<String> fault(URI address) {
        return addresses.fault(address);
    }

    /**
     * The document.
     *
     * @param trusted whether the configuration names the address, so that it may be anywhere
     * @throws IOException when it is not there, too long, too slow or where we do not look
     */
    public byte[] get(URI address, boolean trusted, int most, Duration patience) throws IOException {
        Optional<String> fault = trusted ? Optional.empty() : addresses.fault(address);
        if (fault.isPresent()) {
            throw new IOException("the address " + fault.get());
        }
        boolean free = trusted || addresses.allowed(address);
        HttpGet get = new HttpGet(address);
        int millis = Math.toIntExact(patience.toMillis());
        get.setConfig(RequestConfig.custom()
                .setConnectTimeout(millis)
                .setSocketTimeout(millis)
                .build());
        get.setHeader(HttpHeaders.ACCEPT, "application/json");
        // A socket's timeout begins anew with every byte; the watch ends the whole exchange.
        Timer watch = new Timer("guarded-download", true);
        watch.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        get.abort();
                    }
                },
                millis);
        try (CloseableHttpClient client = client(free ? InetAddress::getAllByName : addresses::publicAddresses);
                CloseableHttpResponse answer = client.execute(get)) {
            if (answer.getStatusLine().getStatusCode() != 200 || answer.getEntity() == null) {
                throw new IOException("HTTP " + answer.getStatusLine().getStatusCode());
            }
            return read(answer.getEntity().getContent(), most);
        } catch (IllegalStateException e) {
            throw new IOException(e);
        } finally {
            watch.cancel();
        }
    }

    private static byte[] read(InputStream body, int most) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int got = body.read(buffer); got >= 0; got = body.read(buffer)) {
            read.write(buffer, 0, got);
            if (read.size() > most) {
                throw new IOException("longer than " + most + " bytes");
            }
        }
        return read.toByteArray();
    }

    private static CloseableHttpClient client(DnsResolver resolver) {
        return HttpClients.custom()
                .setConnectionManager(new BasicHttpClientConnectionManager(
                        RegistryBuilder.<ConnectionSocketFactory>create()
                                .register("http", PlainConnectionSocketFactory.getSocketFactory())
                                .register("https", SSLConnectionSocketFactory.getSocketFactory())
                                .build(),
                        null,
                        null,
                        resolver))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }
}
