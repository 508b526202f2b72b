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

    /** A start that failed once fails every other test at once instead of being tried again by each. */
    private static final class Attempt implements CloseableResource {

        private boolean tried;
        private World world;

        World world() {
            if (!tried) {
                tried = true;
                world = new World();
            }
            if (world == null) {
                throw new IllegalStateException("The shared server did not start; the first failure says why.");
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
