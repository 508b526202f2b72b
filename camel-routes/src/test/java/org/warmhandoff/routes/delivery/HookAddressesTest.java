package org.warmhandoff.routes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookAddressesTest {

    private static final HookProperties NONE = new HookProperties(Set.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://partner.example/x",
                "https://127.0.0.1/x",
                "https://127.1.2.3/x",
                "https://2130706433/x",
                "https://0x7f.1/x",
                "https://0.0.0.0/x",
                "https://10.1.2.3/x",
                "https://172.31.255.255/x",
                "https://192.168.0.1/x",
                "https://100.64.0.1/x",
                "https://169.254.169.254/latest/meta-data",
                "https://224.0.0.1/x",
                "https://255.255.255.255/x",
                "https://[::1]/x",
                "https://[::]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://[::ffff:10.0.0.1]/x",
                "https://[64:ff9b::7f00:1]/x",
                "https://[2002:7f00:1::]/x",
                "https://[2001:0:1::1]/x",
                "https://[2001:db8::1]/x",
                "https://[fc00::1]/x",
                "https://[fe80::1]/x",
                "https://[ff02::1]/x",
                "https://user:pw@93.184.216.34/x",
                "https://93.184.216.34/x#part",
                "ftp://93.184.216.34/x",
                "file:///etc/passwd",
                "https:///x",
                "urn:x",
                "/x"
            })
    void what_is_no_public_https_address_is_refused(String address) {
        assertThat(new HookAddresses(NONE).fault(URI.create(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://93.184.216.34/x",
                "https://172.32.0.1:8443/x?y=z",
                "HTTPS://8.8.8.8",
                "https://[2606:2800:220:1:248:1893:25c8:1946]/x"
            })
    void a_public_one_is_not(String address) {
        assertThat(new HookAddresses(NONE).fault(URI.create(address))).isEmpty();
    }

    @Test
    void a_name_is_refused_for_one_local_address_among_its_own() {
        HookAddresses addresses = new HookAddresses(NONE, HookAddressesTest::mixed);

        assertThat(addresses.fault(URI.create("https://both.example/x"))).isPresent();
        assertThat(addresses.fault(URI.create("https://good.example/x"))).isEmpty();
        assertThat(addresses.fault(URI.create("https://gone.example/x"))).isPresent();
    }

    @Test
    void an_allowed_host_may_be_local_and_plain_but_only_on_its_port() {
        HookAddresses addresses = new HookAddresses(new HookProperties(Set.of("Localhost:8090", "127.0.0.1")));

        assertThat(addresses.fault(URI.create("http://localhost:8090/x"))).isEmpty();
        assertThat(addresses.fault(URI.create("http://127.0.0.1:1/x"))).isEmpty();
        assertThat(addresses.fault(URI.create("https://localhost:8091/x"))).isPresent();
        assertThat(addresses.fault(URI.create("http://localhost:8090@10.0.0.1/x")))
                .isPresent();
        assertThat(addresses.fault(URI.create("ftp://127.0.0.1/x"))).isPresent();
    }

    private static InetAddress[] mixed(String host) throws UnknownHostException {
        InetAddress open = InetAddress.getByName("93.184.216.34");
        return switch (host) {
            case "both.example" -> new InetAddress[] {open, InetAddress.getByName("10.0.0.1")};
            case "good.example" -> new InetAddress[] {open};
            default -> throw new UnknownHostException(host);
        };
    }
}
