package org.warmhandoff.routes.delivery;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The senders for FHIR, folders and SFTP. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SenderProperties.class, HookProperties.class})
public class SenderConfiguration {

    @Bean
    PartnerSender fhirSender(SenderProperties properties, Clock clock) {
        return new FhirSender(properties, clock);
    }

    @Bean
    HookAddresses hookAddresses(HookProperties properties) {
        return new HookAddresses(properties);
    }

    @Bean
    GuardedDownload guardedDownload(HookAddresses addresses) {
        return new GuardedDownload(addresses);
    }

    @Bean
    PartnerSender hookSender(HookAddresses addresses, SenderProperties properties, Clock clock) {
        return new HookSender(addresses, properties, clock);
    }

    @Bean
    PartnerSender folderSender() {
        return new FolderSender();
    }

    @Bean
    PartnerSender sftpSender(SenderProperties properties) {
        return new SftpSender(properties);
    }

    @Bean
    PartnerProbe fhirProbe(SenderProperties properties) {
        return new FhirProbe(properties);
    }

    @Bean
    PartnerProbe folderProbe() {
        return new FolderProbe();
    }

    @Bean
    PartnerProbe sftpProbe(SenderProperties properties) {
        return new SftpProbe(properties);
    }
}
