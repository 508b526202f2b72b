package org.warmhandoff.routes.partner;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a partner exchanges as files.
 *
 * @param inbox the folder that it puts files for us into, by SFTP or on this machine; null when it has none
 * @param pgpKey file with the public OpenPGP key that court packages are encrypted to, null to send them as they are
 * @param filings whether proofs of enrolment and completion are also filed as ECF 5
 */
public record PartnerFiles(@Nullable PartnerEndpoint inbox, @Nullable Path pgpKey, boolean filings) {

    public static final PartnerFiles NONE = new PartnerFiles(null, null, false);
}
