package org.warmhandoff.routes.delivery;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/** Proves host key and our key, then writes a test file into the folder, reads it back and deletes it. */
final class SftpProbe implements PartnerProbe {

    private final SenderProperties properties;

    SftpProbe(SenderProperties properties) {
        this.properties = properties;
    }

    @Override
    public boolean probes(PartnerEndpoint endpoint) {
        return endpoint instanceof PartnerEndpoint.Sftp;
    }

    @Override
    public List<ProbeStep> connect(Partner partner) {
        return probe(partner, false);
    }

    @Override
    public List<ProbeStep> check(Partner partner) {
        return probe(partner, true);
    }

    private List<ProbeStep> probe(Partner partner, boolean exchange) {
        Scorecard card = new Scorecard();
        PartnerEndpoint.Sftp endpoint = endpoint(partner);
        SftpDeadline deadline = SftpDeadline.after(properties.connectTimeout().plus(properties.readTimeout()));
        SftpConnection[] opened = new SftpConnection[1];
        try (deadline) {
            boolean in = card.add("connects and proves both keys", () -> {
                opened[0] = open(endpoint, deadline);
                return "host key as in known_hosts";
            });
            if (in) {
                try (SftpConnection connection = opened[0]) {
                    inFolder(connection.channel(), endpoint.folder(), exchange, card);
                }
            }
        }
        return card.steps();
    }

    private SftpConnection open(PartnerEndpoint.Sftp endpoint, SftpDeadline deadline) throws Scorecard.Failed {
        try {
            return SftpConnection.open(endpoint, properties, deadline);
        } catch (JSchException e) {
            throw failed(deadline.passed() ? SftpFailures.timeout() : SftpFailures.connecting(e));
        } catch (IOException e) {
            throw failed(SftpFailures.reading(e));
        }
    }

    private static Scorecard.Failed failed(DeliveryResult result) {
        DeliveryResult.Retry why = (DeliveryResult.Retry) result;
        return new Scorecard.Failed(why.errorCode() + ": " + why.reason());
    }

    private static void inFolder(ChannelSftp channel, String folder, boolean exchange, Scorecard card) {
        boolean entered = card.add("folder is there", () -> {
            SftpFolder.enter(channel, folder);
            return "entered";
        });
        if (!entered || !exchange) {
            return;
        }
        TestFile file = TestFile.make();
        boolean written = card.add("takes a file", () -> {
            channel.put(new ByteArrayInputStream(file.content()), file.name());
            return file.content().length + " bytes";
        });
        if (written) {
            card.add("gives it back unchanged", () -> readBack(channel, file));
            card.add("lets us clear up", () -> {
                channel.rm(file.name());
                return "deleted";
            });
        }
    }

    private static String readBack(ChannelSftp channel, TestFile file) throws IOException, Scorecard.Failed {
        try (InputStream content = channel.get(file.name())) {
            if (!Arrays.equals(content.readNBytes(file.content().length + 1), file.content())) {
                throw new Scorecard.Failed("other content");
            }
            return "same content";
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_PERMISSION_DENIED) {
                return "a drop box: files cannot be read, so their size has to do";
            }
            throw new Scorecard.Failed("SFTP status " + e.id);
        }
    }

    private static PartnerEndpoint.Sftp endpoint(Partner partner) {
        if (partner.endpoint() instanceof PartnerEndpoint.Sftp sftp) {
            return sftp;
        }
        throw new IllegalArgumentException("not an SFTP endpoint");
    }
}
