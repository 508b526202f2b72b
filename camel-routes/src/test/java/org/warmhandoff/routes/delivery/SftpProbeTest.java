package org.warmhandoff.routes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.jcraft.jsch.KeyPair;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;

@Timeout(60)
class SftpProbeTest {

    @TempDir
    Path home;

    private final SftpProbe probe = new SftpProbe(new SenderProperties(Duration.ofSeconds(5), Duration.ofSeconds(5)));

    @Test
    void a_file_is_written_read_back_and_deleted() throws Exception {
        try (CourtSftpServer court = new CourtSftpServer(home, KeyPair.ED25519, "EC")) {
            assertThat(probe.check(partner(endpoint(court, "/outgoing"))))
                    .extracting(ProbeStep::name, ProbeStep::passed)
                    .containsExactly(
                            tuple("connects and proves both keys", true),
                            tuple("folder is there", true),
                            tuple("takes a file", true),
                            tuple("gives it back unchanged", true),
                            tuple("lets us clear up", true));
        }
    }

    @Test
    void a_missing_folder_and_a_missing_server_are_told_apart() throws Exception {
        PartnerEndpoint.Sftp gone;
        try (CourtSftpServer court = new CourtSftpServer(home, KeyPair.ED25519, "EC")) {
            gone = endpoint(court, "/nowhere");
            assertThat(probe.connect(partner(gone)))
                    .extracting(ProbeStep::passed)
                    .containsExactly(true, false);
        }
        assertThat(probe.check(partner(gone)))
                .singleElement()
                .matches(step -> !step.passed() && step.detail().startsWith("connect"));
    }

    private static PartnerEndpoint.Sftp endpoint(CourtSftpServer court, String folder) {
        return new PartnerEndpoint.Sftp("127.0.0.1", court.port(), folder, "hub", court.privateKey, court.knownHosts);
    }

    private static Partner partner(PartnerEndpoint endpoint) {
        return Messages.file(endpoint).partner();
    }
}
