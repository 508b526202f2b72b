package org.warmhandoff.server.partner;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.warmhandoff.server.postgres.DataDirectoryProperties;

@Configuration(proxyBeanMethods = false)
class PartnerConfiguration {

    @Bean
    LivePartners partnerDirectory(
            PartnerProperties properties, DataDirectoryProperties dataDirectory, StoredPartners stored) {
        return new LivePartners(new PartnerReader(dataDirectory.path()), stored, properties);
    }

    /** @throws InvalidPartner with the entry's name and the mistake */
    static ConfiguredPartners read(PartnerProperties properties, Path dataDirectory) {
        return new ConfiguredPartners(new PartnerReader(dataDirectory).configured(properties));
    }
}
