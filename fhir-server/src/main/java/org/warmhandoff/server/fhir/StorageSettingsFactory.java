package org.warmhandoff.server.fhir;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.model.entity.StorageSettings;
import java.time.Duration;
import java.util.List;

/** How HAPI stores and searches; the index layout cannot be changed once there is data. */
final class StorageSettingsFactory {

    /** Entries of one transaction, batch or message. */
    static final int MAX_BUNDLE_ENTRIES = 1_000;

    static final int DEFAULT_PAGE = 50;

    static final int MAX_PAGE = 500;

    private StorageSettingsFactory() {}

    static JpaStorageSettings create() {
        JpaStorageSettings settings = new JpaStorageSettings();
        layout(settings);
        searches(settings);
        writes(settings);
        jobs(settings);
        return settings;
    }

    private static void layout(JpaStorageSettings settings) {
        settings.setIndexStorageOptimized(true);
        settings.setResourceServerIdStrategy(JpaStorageSettings.IdStrategyEnum.UUID);
        settings.setResourceClientIdStrategy(JpaStorageSettings.ClientIdStrategyEnum.ANY);
        settings.setIndexMissingFields(StorageSettings.IndexEnabledEnum.DISABLED);
        settings.setTagStorageMode(JpaStorageSettings.TagStorageModeEnum.NON_VERSIONED);
        settings.setStoreMetaSourceInformation(JpaStorageSettings.StoreMetaSourceInformationEnum.NONE);
        settings.setSuppressStringIndexingInTokens(true);
        settings.setHibernateSearchIndexFullText(false);
        settings.setHibernateSearchIndexSearchParams(false);
        settings.setAutoSupportDefaultSearchParams(false);
        settings.setDefaultSearchParamsCanBeOverridden(true);
    }

    private static void searches(JpaStorageSettings settings) {
        // A saved result would be stale, and another caller's.
        settings.setReuseCachedSearchResultsForMillis(null);
        settings.setSearchPreFetchThresholds(List.of(MAX_PAGE + 1, 2_001, 10_001));
        settings.setExpireSearchResultsAfterMillis(Duration.ofMinutes(15).toMillis());
        settings.setFetchSizeDefaultMaximum(10_000);
        settings.setMaximumIncludesToLoadPerPage(1_000);
        settings.setAllowContainsSearches(false);
        settings.setFilterParameterEnabled(false);
        settings.setLanguageSearchParameterEnabled(false);
    }

    private static void writes(JpaStorageSettings settings) {
        settings.setMaximumTransactionBundleSize(MAX_BUNDLE_ENTRIES);
        settings.setAllowMultipleDelete(false);
        settings.setExpungeEnabled(false);
        settings.setEnforceReferentialIntegrityOnWrite(true);
        settings.setAutoCreatePlaceholderReferenceTargets(false);
        settings.setAllowExternalReferences(false);
        settings.setBundleBatchPoolSize(1);
        settings.setBundleBatchMaxPoolSize(1);
        settings.setMarkResourcesForReindexingUponSearchParameterChange(false);
        settings.setStatusBasedReindexingDisabled(true);
        settings.setValidateSearchParameterExpressionsOnSave(false);
    }

    private static void jobs(JpaStorageSettings settings) {
        settings.setPreExpandValueSets(false);
        settings.setEnableTaskPreExpandValueSets(false);
        settings.setEnableTaskResourceReindexing(false);
        settings.setEnableTaskBulkImportJobExecution(false);
        // Another caller's job must not answer ours.
        settings.setEnableBulkExportJobReuse(false);
        settings.setBulkExportFileMaximumCapacity(20_000);
        settings.setJobFastTrackingEnabled(true);
    }
}
