package org.warmhandoff.routes.files;

import java.io.IOException;
import java.time.Duration;
import org.warmhandoff.routes.delivery.SenderProperties;
import org.warmhandoff.routes.delivery.SftpDeadline;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/** Opens the folders of partners. */
public final class InboxFolders {

    /** Of one round of one partner; what is left waits for the next. */
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(60);

    private final SenderProperties properties;

    public InboxFolders(SenderProperties properties) {
        this.properties = properties;
    }

    /** Throws when it cannot be reached; the message holds no name and no address. */
    public InboxFolder open(PartnerEndpoint inbox) throws IOException {
        if (inbox instanceof PartnerEndpoint.Folder folder) {
            return LocalFolder.open(folder.path());
        } else if (inbox instanceof PartnerEndpoint.Sftp sftp) {
            SftpDeadline deadline =
                    SftpDeadline.after(properties.connectTimeout().plus(LONGEST_ROUND));
            return SftpInbox.open(sftp, properties, deadline);
        }
        throw new IOException("an inbox is a folder");
    }
}
