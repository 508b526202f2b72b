package org.warmhandoff.server.postgres;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.migrate.HapiMigrator;
import ca.uhn.fhir.jpa.migrate.tasks.HapiFhirJpaMigrationTasks;
import ca.uhn.fhir.util.VersionEnum;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Brings both schemas up to date at start: HAPI's by HAPI's migrator, ours ({@code warmhandoff}) by Flyway. */
@Component("databaseSchemas")
class DatabaseSchemas implements InitializingBean {

    private static final String HISTORY_TABLE = "FLY_HFJ_MIGRATION";

    private final DataSource dataSource;

    DatabaseSchemas(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void afterPropertiesSet() {
        migrateHapi();
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("warmhandoff")
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private void migrateHapi() {
        HapiMigrator migrator = new HapiMigrator(HISTORY_TABLE, dataSource, DriverTypeEnum.POSTGRES_9_4);
        migrator.createMigrationTableIfRequired();
        migrator.addTasks(new HapiFhirJpaMigrationTasks(Set.of()).getAllTasks(VersionEnum.values()));
        migrator.migrate();
    }
}
