package org.warmhandoff.routes.delivery;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/** A connection to an SFTP server that proved its host key and took our public key. */
public record SftpConnection(Session session, ChannelSftp channel) implements AutoCloseable {

    /** Connects within the deadline, which breaks the connection when it passes. */
    public static SftpConnection open(PartnerEndpoint.Sftp endpoint, SenderProperties properties, SftpDeadline deadline)
            throws JSchException, IOException {
        Session session = session(endpoint);
        deadline.breaks(session);
        try {
            session.setTimeout((int) properties.readTimeout().toMillis());
            session.connect((int) properties.connectTimeout().toMillis());
            if (deadline.passed()) {
                // The watchdog found nothing to break while the host's name was looked up.
                throw new JSchException("timeout");
            }
            ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
            channel.connect((int) properties.readTimeout().toMillis());
            return new SftpConnection(session, channel);
        } catch (JSchException e) {
            session.disconnect();
            throw e;
        }
    }

    private static Session session(PartnerEndpoint.Sftp endpoint) throws JSchException, IOException {
        JSch jsch = new JSch();
        jsch.setKnownHosts(existing(endpoint.knownHosts()));
        try {
            jsch.addIdentity(existing(endpoint.privateKey()));
        } catch (JSchException e) {
            throw new UnusableKeyException();
        }
        Session session = jsch.getSession(endpoint.username(), endpoint.host(), endpoint.port());
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("PreferredAuthentications", "publickey");
        // Each kind of key exchange in this list is tried out first; the costly ones are not offered anyway.
        session.setConfig("CheckKexes", "mlkem768x25519-sha256,curve25519-sha256,curve25519-sha256@libssh.org");
        session.setDaemonThread(true);
        return session;
    }

    /** The library takes an absent known_hosts file for an empty one, which would look like a changed host key. */
    private static String existing(Path file) throws NoSuchFileException {
        if (!Files.isReadable(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return file.toString();
    }

    @Override
    public void close() {
        channel.disconnect();
        session.disconnect();
    }

    /** The key file is no private key. */
    static final class UnusableKeyException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
