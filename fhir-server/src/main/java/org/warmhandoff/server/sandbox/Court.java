package org.warmhandoff.server.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** County Treatment Court: an SFTP server with a folder that the clerk looks into. */
final class Court implements AutoCloseable {

    private static final String USER = "hub";

    private final SshServer server;
    private final Path folder;

    private Court(SshServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Listens on loopback and lets in nobody but the hub; port 0 takes a free one. */
    static Court open(int port, SandboxKeys keys) throws IOException {
        Path home = keys.folder().resolve("court");
        Path folder = Files.createDirectories(home.resolve("outgoing"));
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(keys.court()));
        server.setPublickeyAuthenticator((user, key, session) ->
                user.equals(USER) && KeyUtils.compareKeys(key, keys.hub().getPublic()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
        server.start();
        keys.writeKnownHosts("127.0.0.1", server.getPort());
        return new Court(server, folder);
    }

    int port() {
        return server.getPort();
    }

    /** Where the packages arrive. */
    Path folder() {
        return folder;
    }

    /** Waits for a package on a docket. */
    CourtPackage receives(String docket, String type, Deadline deadline) throws Exception {
        String start = "county-court_" + docket + "_" + type + "_";
        Path file = deadline.await("a file " + start + "*.zip at the court", () -> {
            List<String> names = names();
            return names.stream()
                    .filter(name -> name.startsWith(start) && name.endsWith(".zip"))
                    .findFirst()
                    .<Look<Path>>map(name -> new Look.Found<>(folder.resolve(name)))
                    .orElseGet(() -> new Look.NotYet<>(onDocket(names, docket)));
        });
        return CourtPackage.open(file);
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String onDocket(List<String> names, String docket) {
        List<String> same = names.stream().filter(name -> name.contains(docket)).toList();
        return same.isEmpty() ? "no file on docket " + docket : String.join(", ", same);
    }
}
