package org.warmhandoff.server.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The FHIR servlet at {@code /fhir}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodyLimitProperties.class)
class ServletConfiguration {

    @Bean
    ServletRegistrationBean<RestfulServer> fhirServlet(RestfulServer server) {
        ServletRegistrationBean<RestfulServer> registration = new ServletRegistrationBean<>(server, "/fhir/*");
        registration.setName("fhir");
        registration.setLoadOnStartup(1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(BodyLimitProperties properties) {
        FilterRegistrationBean<BodyLimit> registration =
                new FilterRegistrationBean<>(new BodyLimit(properties.maxBody().toBytes()));
        registration.addUrlPatterns("/fhir/*");
        return registration;
    }

    @Bean
    RestfulServer restfulServer(
            FhirContext context,
            @Qualifier("myResourceProvidersR4") ResourceProviderFactory resourceProviders,
            DatabaseBackedPagingProvider paging,
            IInterceptorService storageHooks,
            ApplicationContext beans) {
        RestfulServer server = new RestfulServer(context);
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        server.setServerName("Warm Handoff");
        server.registerProviders(resourceProviders.createProviders());
        paging.setDefaultPageSize(StorageSettingsFactory.DEFAULT_PAGE);
        paging.setMaximumPageSize(StorageSettingsFactory.MAX_PAGE);
        server.setPagingProvider(paging);
        server.registerInterceptor(new OfferedOperations.Gate());
        new FeatureBeans(beans).register(server, storageHooks);
        return server;
    }

    @Bean
    JpaCapabilityStatementProvider capabilityStatement(
            RestfulServer server,
            IFhirSystemDao<?, ?> systemDao,
            JpaStorageSettings settings,
            ISearchParamRegistry searchParameters,
            IValidationSupport validation,
            @Value("${warmhandoff.base-url}") String baseUrl) {
        JpaCapabilityStatementProvider provider =
                new HonestCapabilityStatement(server, systemDao, settings, searchParameters, validation, baseUrl);
        server.setServerConformanceProvider(provider);
        return provider;
    }
}
