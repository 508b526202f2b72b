package org.warmhandoff.tests.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.AbstractSftpEventListenerAdapter;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A court's file server: lets in one user with one key, and writes down how files came to their names. */
public final class CourtSftpServer implements AutoCloseable {

    public static final String USER = "hub";

    private final Path home;
    private final KeyPair hostKey = key();
    private final KeyPair userKey = key();
    private final List<String> renames = new CopyOnWriteArrayList<>();
    private final SshServer server = SshServer.setUpDefaultServer();

    public CourtSftpServer(Path home) {
        this.home = home;
        SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
        sftp.addSftpEventListener(new Renames());
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPublickeyAuthenticator(
                (user, key, session) -> USER.equals(user) && KeyUtils.compareKeys(key, userKey.getPublic()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.setSubsystemFactories(List.of(sftp));
        try {
            Files.createDirectories(folder());
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "sftp://127.0.0.1:" + server.getPort() + "/outgoing";
    }

    /** Writes the user's private key and the court's host key where the hub's configuration points. */
    public void writeKeys(Path folder) {
        try {
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(folder.resolve("hub"))) {
                OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(userKey, "hub", null, out);
            }
            Files.writeString(
                    folder.resolve("known_hosts"),
                    "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n");
        } catch (Exception e) {
            throw new IllegalStateException("keys of the court", e);
        }
    }

    /** The packages on a docket, by name. */
    public List<CourtZip> packagesOn(String docket) {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.getFileName().toString().contains("_" + docket + "_"))
                    .filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .map(CourtZip::open)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every rename that the client asked for, as {@code from > to}, file names only. */
    public List<String> renames() {
        return renames;
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() {
        return home.resolve("outgoing");
    }

    private static KeyPair key() {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Renames extends AbstractSftpEventListenerAdapter {

        @Override
        public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown) {
            renames.add(from.getFileName() + " > " + to.getFileName());
        }
    }
}
