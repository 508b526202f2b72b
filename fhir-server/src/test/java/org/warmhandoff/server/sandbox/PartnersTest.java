package org.warmhandoff.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class PartnersTest {

    @TempDir
    private Path dataDir;

    @Test
    void two_sandboxes_with_free_ports_stand_side_by_side() {
        try (Partners one = open("0");
                Partners other = open("0")) {
            assertThat(one.properties().values())
                    .doesNotContainAnyElementsOf(other.properties().values());
        }
    }

    @Test
    void a_port_that_was_asked_for_and_is_taken_stops_the_start_with_its_property() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThatThrownBy(() -> open(port))
                    .hasMessageStartingWith("warmhandoff.sandbox.hospital-port: cannot listen on port " + port);
        }
    }

    @Test
    void a_usual_port_that_is_taken_gives_way_to_a_free_one() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MockEnvironment nothingAskedFor = new MockEnvironment();
            try (MllpListener listener = new SandboxPorts(nothingAskedFor)
                    .open(
                            SandboxPorts.HOSPITAL,
                            taken.getLocalPort(),
                            port -> MllpListener.open(port, Clock.systemUTC()))) {
                assertThat(listener.port()).isPositive().isNotEqualTo(taken.getLocalPort());
            }
        }
    }

    private Partners open(String hospitalPort) {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("warmhandoff.data-dir", dataDir.toString())
                .withProperty(SandboxPorts.HOSPITAL, hospitalPort)
                .withProperty(SandboxPorts.REHAB, "0")
                .withProperty(SandboxPorts.COURT, "0");
        return Partners.open(environment, Clock.systemUTC());
    }
}
