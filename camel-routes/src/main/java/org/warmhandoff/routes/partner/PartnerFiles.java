package org.warmhandoff.routes.partner;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a partner exchanges as files.
 *
 * @param inbox the folder that it puts files for us into, by SFTP or on this machine; null when it has none
 * @param pgpKey file with the public OpenPGP key that what we send it is encrypted to, null to send it as it is
 */
public record PartnerFiles(@Nullable PartnerEndpoint inbox, @Nullable Path pgpKey) {

    public static final PartnerFiles NONE = new PartnerFiles(null, null);
}
