package org.warmhandoff.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourtTest {

    private static final String NAME = "county-court_CR-1_referral-ack_20261123083000_m1.zip";

    @TempDir
    private Path dataDir;

    private Court court;

    @BeforeEach
    void open() throws IOException {
        court = Court.open(0, SandboxKeys.prepare(dataDir));
    }

    @AfterEach
    void close() {
        court.close();
    }

    @Test
    void lets_the_hub_in_by_its_key_and_opens_what_it_left() throws Exception {
        upload(zip(Map.of()));
        CourtPackage received = court.receives("CR-1", "referral-ack", soon()).verified();
        assertThat(received.name()).isEqualTo(NAME);
        assertThat(received.manifest().path("type").asText()).isEqualTo("referral-ack");
    }

    @Test
    void a_file_that_the_manifest_does_not_vouch_for_is_found_out() throws Exception {
        upload(zip(Map.of("report.xml", "<altered/>")));
        CourtPackage received = court.receives("CR-1", "referral-ack", soon());
        assertThatThrownBy(received::verified).hasMessageContaining("none that fits [report.xml]");
    }

    @Test
    void an_unfinished_file_is_no_package() throws Exception {
        try (Login login = new Login(dataDir.resolve("sandbox/hub"), "hub", court.port())) {
            login.sftp.put(new ByteArrayInputStream(new byte[] {1}), "outgoing/" + NAME + ".tmp");
        }
        assertThatThrownBy(() -> court.receives("CR-1", "referral-ack", Deadline.in(Duration.ofMillis(20))))
                .hasMessageContaining("expected a file county-court_CR-1_referral-ack_*.zip at the court");
    }

    @Test
    void nobody_else_gets_in() {
        assertThatThrownBy(() -> new Login(dataDir.resolve("sandbox/court_host"), "hub", court.port()))
                .isInstanceOf(JSchException.class)
                .hasMessageContaining("Auth fail");
        assertThatThrownBy(() -> new Login(dataDir.resolve("sandbox/hub"), "clerk", court.port()))
                .isInstanceOf(JSchException.class)
                .hasMessageContaining("Auth fail");
    }

    private void upload(byte[] zip) throws Exception {
        try (Login login = new Login(dataDir.resolve("sandbox/hub"), "hub", court.port())) {
            login.sftp.put(new ByteArrayInputStream(zip), "outgoing/" + NAME + ".tmp");
            login.sftp.rename("outgoing/" + NAME + ".tmp", "outgoing/" + NAME);
        }
    }

    /** A package whose manifest is right for the usual files; some may be other than it says. */
    private static byte[] zip(Map<String, String> altered) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("report.pdf", "%PDF");
        files.put("report.xml", "<r/>");
        files.put("NOTICE.txt", "notice");
        StringBuilder digests = new StringBuilder();
        files.forEach((name, text) -> digests.append(",\"")
                .append(name)
                .append("\":\"")
                .append(CourtPackage.sha256(text.getBytes(StandardCharsets.UTF_8)))
                .append('"'));
        files.put("manifest.json", "{\"type\":\"referral-ack\"" + digests + "}");
        files.putAll(altered);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5));
    }

    /** A login as the server does it: key, strict host key. */
    private final class Login implements AutoCloseable {

        private final Session session;
        private final ChannelSftp sftp;

        Login(Path key, String user, int port) throws JSchException {
            JSch jsch = new JSch();
            jsch.addIdentity(key.toString());
            jsch.setKnownHosts(dataDir.resolve("sandbox/known_hosts").toString());
            session = jsch.getSession(user, "127.0.0.1", port);
            session.setConfig("StrictHostKeyChecking", "yes");
            session.setConfig("PreferredAuthentications", "publickey");
            session.connect(5000);
            sftp = (ChannelSftp) session.openChannel("sftp");
            sftp.connect(5000);
        }

        @Override
        public void close() {
            session.disconnect();
        }
    }
}
