package org.warmhandoff.routes.delivery;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.warmhandoff.routes.delivery.DeliveryResult.Retry;
import org.warmhandoff.routes.delivery.SftpConnection.UnusableKeyException;

/** What went wrong over SFTP, in codes: what the library and the server say may quote file names and addresses. */
final class SftpFailures {

    private SftpFailures() {}

    static DeliveryResult timeout() {
        return new Retry("timeout", "the partner did not answer in time");
    }

    static DeliveryResult connecting(JSchException failure) {
        if (failure instanceof JSchHostKeyException) {
            return new Retry("host-key", "the partner's host key is not the one in known_hosts");
        }
        if (authentication(failure)) {
            return new Retry("authentication", "the partner does not take our key");
        }
        Throwable cause = failure.getCause();
        if (cause instanceof SocketTimeoutException || said(failure).startsWith("timeout")) {
            return timeout();
        }
        return cause instanceof SocketException || cause instanceof UnknownHostException
                ? new Retry("connect", "the partner cannot be reached")
                : new Retry("io", failure.getClass().getSimpleName());
    }

    static DeliveryResult transferring(SftpException failure) {
        return switch (failure.id) {
            case ChannelSftp.SSH_FX_NO_SUCH_FILE -> new Retry("folder", "the folder is not there");
            case ChannelSftp.SSH_FX_PERMISSION_DENIED -> new Retry("permission", "the folder cannot be written to");
            default -> new Retry("io", "SFTP status " + failure.id);
        };
    }

    static DeliveryResult reading(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return new Retry("configuration", "the private key or known_hosts file cannot be read");
        }
        return failure instanceof UnusableKeyException
                ? new Retry("configuration", "the private key file holds no usable key")
                : new Retry("io", failure.getClass().getSimpleName());
    }

    /** The library has no public exception for it. */
    private static boolean authentication(JSchException failure) {
        return said(failure).startsWith("Auth ");
    }

    private static String said(JSchException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "");
    }
}
