package org.warmhandoff.server;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Opens the implementation guide at {@code /guide/}; its pages are static files of the profiles module. */
@Configuration(proxyBeanMethods = false)
class GuidePages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/guide", "/guide/");
        registry.addViewController("/guide/").setViewName("forward:/guide/index.html");
    }
}
