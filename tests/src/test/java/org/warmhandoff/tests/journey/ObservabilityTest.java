package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.Push;
import org.warmhandoff.tests.harness.WithWorld;
import org.warmhandoff.tests.harness.World;

/** What an operator sees without looking into the database. */
@WithWorld
class ObservabilityTest {

    @Test
    void health_answers(World world) {
        assertThat(world.server().http().get("actuator/health/liveness").body()).contains("UP");
        assertThat(world.server().http().get("actuator/health/readiness").body())
                .contains("UP");
    }

    @Test
    void metrics_tell_of_intake_and_delivery_and_of_nobody(World world) {
        Push push = Push.ofSomebody();
        world.send(push.text());

        Patience.await("the first delivery is counted").untilAsserted(() -> assertThat(metrics(world))
                .containsPattern("(?m)^warmhandoff_(intake|inbox)\\S* [1-9]")
                .containsPattern("(?m)^warmhandoff_delivery\\S*(depth|open|ready)")
                .containsPattern("(?m)^warmhandoff_delivery\\S*(age|oldest)")
                .containsPattern("(?m)^warmhandoff_delivery\\S*attempt\\S* [1-9]")
                .containsPattern("(?m)^warmhandoff_delivery\\S*dead"));
        assertThat(metrics(world))
                .doesNotContain(push.client().family(), push.client().mrn(), push.placer());
    }

    @Test
    void nothing_else_of_the_actuator_is_open(World world) {
        for (String endpoint : List.of("env", "beans", "heapdump", "configprops", "loggers", "threaddump")) {
            assertThat(world.server().http().get("actuator/" + endpoint).status())
                    .as(endpoint)
                    .isEqualTo(404);
        }
    }

    @Test
    void the_server_listens_on_loopback_only_and_says_so(World world) throws SocketException {
        List<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();
        assertThat(world.server().output()).containsIgnoringCase("loopback");
        assumeTrue(!outside.isEmpty(), "this machine has only a loopback address");

        assertRefused(outside.get(0), world.server().httpPort());
        assertRefused(outside.get(0), world.server().mllpPort());
    }

    private static String metrics(World world) {
        return world.server()
                .http()
                .get("actuator/prometheus", "Accept", "text/plain")
                .expect(200)
                .body();
    }

    private static void assertRefused(InetAddress address, int port) {
        assertThatThrownBy(() -> {
                    try (Socket socket = new Socket()) {
                        socket.connect(new InetSocketAddress(address, port), 5_000);
                    }
                })
                .isInstanceOf(IOException.class);
    }
}
