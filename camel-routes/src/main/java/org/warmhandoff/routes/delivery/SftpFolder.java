package org.warmhandoff.routes.delivery;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A folder on an SFTP server. Drop boxes often let one write but neither look nor read: then the file's name, which holds
 * the message id, and its size have to do.
 */
final class SftpFolder {

    enum Found {
        NOTHING,
        SAME,
        OTHER
    }

    private final ChannelSftp channel;

    private SftpFolder(ChannelSftp channel) {
        this.channel = channel;
    }

    static SftpFolder enter(ChannelSftp channel, String folder) throws SftpException {
        if (!folder.isEmpty()) {
            channel.cd(folder);
        }
        return new SftpFolder(channel);
    }

    Found find(FileDigest file) throws SftpException, IOException {
        Optional<SftpATTRS> attributes = attributes(file.name());
        if (attributes.isEmpty()) {
            return Found.NOTHING;
        }
        if (attributes.get().isReg() && file.encrypted()) {
            return Found.SAME;
        }
        if (!attributes.get().isReg() || attributes.get().getSize() != file.size()) {
            return Found.OTHER;
        }
        try (InputStream content = channel.get(file.name())) {
            return file.sameContent(content) ? Found.SAME : Found.OTHER;
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_PERMISSION_DENIED) {
                return Found.SAME;
            }
            throw e;
        }
    }

    /** False when the partner says that it has another number of bytes. */
    boolean write(String name, byte[] body) throws SftpException {
        channel.put(new ByteArrayInputStream(body), name, ChannelSftp.OVERWRITE);
        return attributes(name).map(there -> there.getSize() == body.length).orElse(true);
    }

    void rename(String from, String to) throws SftpException {
        channel.rename(from, to);
    }

    private Optional<SftpATTRS> attributes(String name) throws SftpException {
        try {
            return Optional.of(channel.stat(name));
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE || e.id == ChannelSftp.SSH_FX_PERMISSION_DENIED) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
