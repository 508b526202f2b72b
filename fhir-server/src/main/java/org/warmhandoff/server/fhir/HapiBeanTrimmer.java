package org.warmhandoff.server.fhir;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;

/**
 * Takes out the beans that HAPI defines for resource types that are not served and the one that reads search parameters
 * from the database, and freezes the bean factory: the
 * servlet is created before Spring freezes it, and looking up HAPI's thousand beans by type without the cache was a
 * fifth of the start.
 */
final class HapiBeanTrimmer implements BeanDefinitionRegistryPostProcessor {

    private static final Pattern GENERATED = Pattern.compile("my([A-Z][A-Za-z]+?)(Dao|Rp)R4");

    private static final String HAPIS_DEFINITIONS = "myJpaValidationSupportChain";

    private static final Set<String> REPLACED = Set.of(
            "myResourceDaosR4", "searchParamProvider", "searchParamRegistry", HAPIS_DEFINITIONS, "myInstanceValidator");

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        Arrays.stream(registry.getBeanDefinitionNames())
                .filter(HapiBeanTrimmer::isUnserved)
                .forEach(registry::removeBeanDefinition);
        // Asked for by that name in HAPI's providers.
        registry.registerAlias("definitions", HAPIS_DEFINITIONS);
    }

    private static boolean isUnserved(String bean) {
        Matcher matcher = GENERATED.matcher(bean);
        return REPLACED.contains(bean)
                || (matcher.matches()
                        && !matcher.group(1).equals("System")
                        && !ServedResources.serves(matcher.group(1)));
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        beanFactory.freezeConfiguration();
    }
}
