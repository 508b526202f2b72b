package org.warmhandoff.routes.delivery;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A court's SFTP server, by other authors than the client's: Apache MINA. */
public final class CourtSftpServer implements AutoCloseable {

    public final Path root;
    public final Path privateKey;
    public final Path knownHosts;
    final List<String> events = new CopyOnWriteArrayList<>();

    private final CountDownLatch released = new CountDownLatch(1);
    private final SshServer server;
    private volatile boolean stalled;
    private volatile boolean dropBox;

    public CourtSftpServer(Path home, int clientKeyType, String hostKeyAlgorithm) throws Exception {
        root = Files.createDirectories(home.resolve("root"));
        Files.createDirectories(root.resolve("outgoing"));
        privateKey = home.resolve("hub");
        knownHosts = home.resolve("known_hosts");
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        SimpleGeneratorHostKeyProvider hostKeys = new SimpleGeneratorHostKeyProvider();
        hostKeys.setAlgorithm(hostKeyAlgorithm);
        hostKeys.setKeySize(256);
        server.setKeyPairProvider(hostKeys);
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new Listener());
        server.setSubsystemFactories(List.of(sftp));
        authorize(clientKey(privateKey, clientKeyType));
        server.start();
        trustHostKey(hostKeys);
    }

    public int port() {
        return server.getPort();
    }

    /** From now on one may write, but not read what is there. */
    void becomeDropBox() {
        dropBox = true;
    }

    void stall() {
        stalled = true;
    }

    @Override
    public void close() throws IOException {
        released.countDown();
        server.stop(true);
    }

    private void authorize(String publicKeyLine) throws Exception {
        var key = AuthorizedKeyEntry.parseAuthorizedKeyEntry(publicKeyLine).resolvePublicKey(null, null, null);
        server.setPublickeyAuthenticator(
                (username, offered, session) -> "hub".equals(username) && KeyUtils.compareKeys(key, offered));
    }

    /** Writes a new private key in the format of OpenSSH and returns its public line. */
    static String clientKey(Path file, int type) throws Exception {
        KeyPair pair = KeyPair.genKeyPair(new JSch(), type, type == KeyPair.RSA ? 2048 : 256);
        ByteArrayOutputStream privateKey = new ByteArrayOutputStream();
        pair.writeOpenSSHv1PrivateKey(privateKey, null);
        Files.write(file, privateKey.toByteArray());
        ByteArrayOutputStream publicKey = new ByteArrayOutputStream();
        pair.writePublicKey(publicKey, "hub");
        return publicKey.toString(StandardCharsets.UTF_8).strip();
    }

    private void trustHostKey(KeyPairProvider keys) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (var pair : keys.loadKeys(null)) {
            lines.append("[127.0.0.1]:").append(port()).append(' ');
            lines.append(PublicKeyEntry.toString(pair.getPublic())).append('\n');
        }
        Files.writeString(knownHosts, lines);
    }

    private final class Listener implements SftpEventListener {

        @Override
        public void opening(ServerSession session, String remoteHandle, Handle handle) throws IOException {
            if (handle instanceof FileHandle) {
                events.add("open " + handle.getFile().getFileName());
                if (dropBox && !handle.getFile().getFileName().toString().endsWith(".tmp")) {
                    throw new AccessDeniedException("not for reading");
                }
            }
            try {
                if (stalled) {
                    released.await();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void closed(ServerSession session, String remoteHandle, Handle handle, Throwable thrown) {
            if (handle instanceof FileHandle) {
                events.add("close " + handle.getFile().getFileName());
            }
        }

        @Override
        public void moved(
                ServerSession session, Path source, Path target, Collection<CopyOption> options, Throwable thrown) {
            events.add("move " + source.getFileName() + " " + target.getFileName());
        }
    }
}
