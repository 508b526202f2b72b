package org.warmhandoff.server.vault;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.transaction.PlatformTransactionManager;
import org.warmhandoff.server.postgres.DataDirectoryProperties;

/** Finds the message keys, or makes the first, before anything can arrive. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EncryptionProperties.class)
class VaultConfiguration {

    @Bean
    @DependsOn("databaseSchemas")
    KeyRegister keyRegister(DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        return new KeyRegister(dataSource, transactions, clock);
    }

    @Bean
    Vault vault(EncryptionProperties properties, DataDirectoryProperties dataDirectory, KeyRegister register) {
        KeyFiles files = new KeyFiles(dataDirectory.path());
        boolean configured = !properties.key().isEmpty();
        List<MessageKey> atHand = configured ? files.configured(properties.key()) : files.found();
        String where =
                configured ? "warmhandoff.encryption.key" : files.folder().toString();
        return new Vault(register.ring(atHand, files::make, where));
    }
}
