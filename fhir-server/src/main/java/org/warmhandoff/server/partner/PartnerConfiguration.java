package org.warmhandoff.server.partner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;

@Configuration(proxyBeanMethods = false)
class PartnerConfiguration {

    @Bean
    PartnerDirectory partnerDirectory(
            PartnerProperties properties, @Value("${warmhandoff.data-dir:./data}") Path dataDirectory) {
        PartnerEntryReader reader = new PartnerEntryReader(new EndpointReader(dataDirectory));
        List<Partner> partners = new ArrayList<>();
        for (PartnerProperties.Entry entry : properties.partners()) {
            partners.add(reader.read(partners.size(), entry));
        }
        return new ConfiguredPartners(partners);
    }
}
