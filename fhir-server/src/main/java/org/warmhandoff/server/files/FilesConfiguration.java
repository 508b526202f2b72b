package org.warmhandoff.server.files;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.warmhandoff.routes.files.FileIntake;
import org.warmhandoff.routes.files.FileRound;
import org.warmhandoff.routes.files.InboxFolders;
import org.warmhandoff.routes.partner.PartnerDirectory;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FilesProperties.class)
class FilesConfiguration {

    @Bean
    FilePolling filePolling(
            PartnerDirectory partners,
            InboxFolders folders,
            List<FileIntake> intakes,
            FilesProperties properties,
            MeterRegistry meters) {
        return new FilePolling(partners, folders, new FileRound(intakes), properties, meters);
    }
}
