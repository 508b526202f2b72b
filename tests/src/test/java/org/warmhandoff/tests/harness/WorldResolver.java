package org.warmhandoff.tests.harness;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Keeps one {@link World} for a test run and closes it at the end. */
final class WorldResolver implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public World resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent("world", key -> new Attempt(), Attempt.class)
                .world();
    }

    /** A start that failed once fails every test at once instead of being tried again by each. */
    private static final class Attempt implements CloseableResource {

        private World world;
        private RuntimeException failure;

        Attempt() {
            try {
                world = new World();
            } catch (RuntimeException e) {
                failure = e;
            }
        }

        World world() {
            if (failure != null) {
                throw failure;
            }
            return world;
        }

        @Override
        public void close() {
            if (world != null) {
                world.close();
            }
        }
    }
}
