package org.warmhandoff.routes.delivery;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/**
 * Puts a file into a folder of an SFTP server: written under a temporary name, then renamed. One connection a file, so
 * that nothing is left of a connection that went wrong. Not the Camel producer: it cannot compare what is already there.
 */
final class SftpSender implements PartnerSender {

    private final SenderProperties properties;

    SftpSender(SenderProperties properties) {
        this.properties = properties;
    }

    @Override
    public boolean serves(PartnerEndpoint endpoint) {
        return endpoint instanceof PartnerEndpoint.Sftp;
    }

    @Override
    public DeliveryResult send(OutboundMessage message) {
        if (!(message.partner().endpoint() instanceof PartnerEndpoint.Sftp endpoint)) {
            return DeliveryFailures.wrongEndpoint();
        }
        FileDigest file = FileDigest.of(message);
        if (!file.plainName()) {
            return DeliveryFailures.unusableName();
        }
        SftpDeadline deadline = SftpDeadline.after(properties.connectTimeout().plus(properties.readTimeout()));
        try (deadline;
                SftpConnection connection = SftpConnection.open(endpoint, properties, deadline)) {
            return put(connection.channel(), endpoint.folder(), file, message.body());
        } catch (JSchException e) {
            return deadline.passed() ? SftpFailures.timeout() : SftpFailures.connecting(e);
        } catch (SftpException e) {
            return deadline.passed() ? SftpFailures.timeout() : SftpFailures.transferring(e);
        } catch (IOException e) {
            return deadline.passed() ? SftpFailures.timeout() : SftpFailures.reading(e);
        } catch (RuntimeException e) {
            // The library trips over malformed packets in ways of its own.
            return new DeliveryResult.Retry("error", e.getClass().getSimpleName());
        }
    }

    private static DeliveryResult put(ChannelSftp channel, String folder, FileDigest file, byte[] body)
            throws SftpException, IOException {
        SftpFolder there = SftpFolder.enter(channel, folder);
        switch (there.find(file)) {
            case SAME:
                return new DeliveryResult.Delivered(file.evidence());
            case OTHER:
                return DeliveryFailures.conflict();
            default:
                break;
        }
        if (!there.write(file.temporaryName(), body)) {
            return new DeliveryResult.Retry("io", "the partner has fewer bytes than were sent");
        }
        there.rename(file.temporaryName(), file.name());
        return new DeliveryResult.Delivered(file.evidence());
    }
}
