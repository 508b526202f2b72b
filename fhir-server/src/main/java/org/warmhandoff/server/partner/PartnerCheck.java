package org.warmhandoff.server.partner;

import java.nio.file.Path;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Finds a wrong partner entry before anything else is made: nobody should wait for a database to hear of a typo. */
@Component
final class PartnerCheck implements BeanFactoryPostProcessor, EnvironmentAware {

    private Binder binder = new Binder();

    @Override
    public void setEnvironment(Environment environment) {
        binder = Binder.get(environment);
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        binder.bind("warmhandoff", PartnerProperties.class)
                .ifBound(properties -> PartnerConfiguration.read(properties, Path.of("")));
    }
}
