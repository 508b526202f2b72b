package org.warmhandoff.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxKeysTest {

    @TempDir
    private Path dataDir;

    @Test
    void makes_the_keys_once_and_keeps_them() {
        SandboxKeys first = SandboxKeys.prepare(dataDir);
        SandboxKeys second = SandboxKeys.prepare(dataDir);
        assertThat(second.hub().getPublic()).isEqualTo(first.hub().getPublic());
        assertThat(second.court().getPublic()).isNotEqualTo(first.hub().getPublic());
    }

    @Test
    void a_private_key_is_for_its_owner_alone() throws IOException {
        SandboxKeys.prepare(dataDir);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir.resolve("sandbox/hub"))))
                .isEqualTo("rw-------");
    }

    @Test
    void known_hosts_names_the_port_unless_it_is_22() throws IOException {
        SandboxKeys keys = SandboxKeys.prepare(dataDir);
        keys.writeKnownHosts("127.0.0.1", 2022);
        assertThat(knownHosts()).startsWith("[127.0.0.1]:2022 ecdsa-sha2-nistp256 ");
        keys.writeKnownHosts("127.0.0.1", 22);
        assertThat(knownHosts()).startsWith("127.0.0.1 ecdsa-sha2-nistp256 ").hasLineCount(1);
    }

    private String knownHosts() throws IOException {
        return Files.readString(dataDir.resolve("sandbox/known_hosts"));
    }
}
