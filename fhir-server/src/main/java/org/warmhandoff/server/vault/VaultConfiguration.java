package org.warmhandoff.server.vault;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.StringUtils;
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
    Vault vault(
            EncryptionProperties properties,
            DataDirectoryProperties dataDirectory,
            KeyRegister register,
            DataSource dataSource,
            Environment environment) {
        KeyFiles files = new KeyFiles(dataDirectory.path());
        if (!properties.key().isEmpty()) {
            return new Vault(
                    register.ring(files.configured(properties.key()), files::make, "warmhandoff.encryption.key"));
        }
        List<MessageKey> atHand = new ArrayList<>(files.found());
        if (StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            // First, so that every node seals with what every other can open.
            atHand.addAll(0, files.configured(List.of(SharedKey.of(dataSource))));
        }
        return new Vault(register.ring(atHand, files::make, files.folder().toString()));
    }
}
