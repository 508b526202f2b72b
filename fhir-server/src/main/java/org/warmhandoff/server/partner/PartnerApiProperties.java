package org.warmhandoff.server.partner;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Partners that are added while the server runs.
 *
 * @param allowLocalAddresses whether their endpoints may be on this machine or link-local; those of the configuration may
 */
@ConfigurationProperties("warmhandoff.partner-api")
record PartnerApiProperties(@DefaultValue("false") boolean allowLocalAddresses) {}
