package org.warmhandoff.server.partner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.postgres.DataDirectoryProperties;

@Configuration(proxyBeanMethods = false)
class PartnerConfiguration {

    @Bean
    PartnerDirectory partnerDirectory(PartnerProperties properties, DataDirectoryProperties dataDirectory) {
        return read(properties, dataDirectory.path());
    }

    /** @throws InvalidPartner with the entry's name and the mistake */
    static ConfiguredPartners read(PartnerProperties properties, Path dataDirectory) {
        PartnerEntryReader reader = new PartnerEntryReader(new EndpointReader(dataDirectory));
        List<Partner> partners = new ArrayList<>();
        for (PartnerProperties.Entry entry : properties.partners()) {
            partners.add(reader.read(partners.size(), entry));
        }
        return new ConfiguredPartners(partners);
    }
}
