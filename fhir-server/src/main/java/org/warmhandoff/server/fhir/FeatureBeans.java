package org.warmhandoff.server.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/**
 * Finds the operations, resource providers and interceptors of our feature packages and registers each where it is heard. HAPI has two
 * interceptor registries: {@code SERVER_*} hooks fire only on the servlet's, {@code STORAGE_*} hooks of jobs and DAO
 * calls only on the storage one, and a hook on both fires twice. So a class must keep to one family.
 */
final class FeatureBeans {

    private static final String OURS = "org.warmhandoff.";

    private final ApplicationContext beans;

    FeatureBeans(ApplicationContext beans) {
        this.beans = beans;
    }

    void register(RestfulServer server, IInterceptorService storageHooks) {
        // After HAPI's own: of two that match a request equally well, the one registered last is asked.
        ours().filter(bean -> bean instanceof IResourceProvider
                        || hasMethod(bean, Operation.class)
                        || hasMethod(bean, Transaction.class))
                .forEach(server::registerProvider);
        ours().filter(bean -> bean.getClass().isAnnotationPresent(Interceptor.class))
                .forEach(bean -> {
                    if (isStorage(bean)) {
                        storageHooks.registerInterceptor(bean);
                    } else {
                        server.registerInterceptor(bean);
                    }
                });
    }

    private Stream<Object> ours() {
        List<Object> found = Arrays.stream(beans.getBeanDefinitionNames())
                .filter(this::isOurs)
                .map(beans::getBean)
                .toList();
        return found.stream();
    }

    private boolean isOurs(String name) {
        Class<?> type = beans.getType(name, false);
        return type != null
                && type.getName().startsWith(OURS)
                && (type.isAnnotationPresent(Interceptor.class)
                        || IResourceProvider.class.isAssignableFrom(type)
                        || methods(type)
                                .anyMatch(method -> method.isAnnotationPresent(Operation.class)
                                        || method.isAnnotationPresent(Transaction.class)));
    }

    private static boolean hasMethod(Object bean, Class<? extends Annotation> annotation) {
        return methods(bean.getClass()).anyMatch(method -> method.isAnnotationPresent(annotation));
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods());
    }

    private static boolean isStorage(Object interceptor) {
        Set<Boolean> families = methods(interceptor.getClass())
                .map(method -> method.getAnnotation(Hook.class))
                .filter(Objects::nonNull)
                .map(hook -> hook.value().name().startsWith("STORAGE_"))
                .collect(Collectors.toSet());
        if (families.size() != 1) {
            throw new IllegalStateException(
                    interceptor.getClass().getName() + " must have hooks, all of STORAGE_* or none");
        }
        return families.iterator().next();
    }
}
