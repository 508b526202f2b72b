package org.warmhandoff.routes.files;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.List;
import org.warmhandoff.routes.delivery.SenderProperties;
import org.warmhandoff.routes.delivery.SftpConnection;
import org.warmhandoff.routes.delivery.SftpDeadline;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/** A folder on an SFTP server that proved its host key. One connection a round, broken when it lasts too long. */
final class SftpInbox implements InboxFolder {

    private static final int MOST_FILES = 10_000;

    private final SftpDeadline deadline;
    private final SftpConnection connection;
    private final ChannelSftp channel;

    private SftpInbox(SftpDeadline deadline, SftpConnection connection) {
        this.deadline = deadline;
        this.connection = connection;
        this.channel = connection.channel();
    }

    static SftpInbox open(PartnerEndpoint.Sftp endpoint, SenderProperties properties, SftpDeadline deadline)
            throws IOException {
        try {
            SftpConnection connection = SftpConnection.open(endpoint, properties, deadline);
            try {
                if (!endpoint.folder().isEmpty()) {
                    connection.channel().cd(endpoint.folder());
                }
                return new SftpInbox(deadline, connection);
            } catch (SftpException e) {
                connection.close();
                throw failed(e);
            }
        } catch (JSchException e) {
            // Not its message: that may quote names and addresses.
            throw new IOException(e.getClass().getSimpleName());
        }
    }

    @Override
    public List<Listed> list() throws IOException {
        List<Listed> files = new ArrayList<>();
        try {
            channel.ls(".", entry -> {
                SftpATTRS attributes = entry.getAttrs();
                if (attributes.isReg()) {
                    files.add(
                            new Listed(entry.getFilename(), attributes.getSize(), attributes.getMTime() & 0xFFFFFFFFL));
                }
                return files.size() < MOST_FILES
                        ? ChannelSftp.LsEntrySelector.CONTINUE
                        : ChannelSftp.LsEntrySelector.BREAK;
            });
        } catch (SftpException e) {
            throw failed(e);
        }
        return files;
    }

    @Override
    public byte[] read(String name, long most) throws IOException {
        try (InputStream content = channel.get(name)) {
            return BoundedRead.all(content, most);
        } catch (SftpException e) {
            throw failed(e);
        }
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        try {
            makeParent(name);
            String temporary = name + ".tmp";
            channel.put(new ByteArrayInputStream(content), temporary, ChannelSftp.OVERWRITE);
            delete(name);
            channel.rename(temporary, name);
        } catch (SftpException e) {
            throw failed(e);
        }
    }

    @Override
    public void move(String from, String to) throws IOException {
        try {
            makeParent(to);
            if (exists(to)) {
                throw new FileAlreadyExistsException(to);
            }
            channel.rename(from, to);
        } catch (SftpException e) {
            throw failed(e);
        }
    }

    @Override
    public void delete(String name) throws IOException {
        try {
            channel.rm(name);
        } catch (SftpException e) {
            if (e.id != ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                throw failed(e);
            }
        }
    }

    @Override
    public boolean exists(String name) throws IOException {
        try {
            channel.lstat(name);
            return true;
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw failed(e);
        }
    }

    @Override
    public void close() {
        connection.close();
        deadline.close();
    }

    private void makeParent(String name) throws SftpException, IOException {
        int slash = name.indexOf('/');
        if (slash > 0 && !exists(name.substring(0, slash))) {
            channel.mkdir(name.substring(0, slash));
        }
    }

    private static IOException failed(SftpException failure) {
        return new IOException("SFTP status " + failure.id);
    }
}
