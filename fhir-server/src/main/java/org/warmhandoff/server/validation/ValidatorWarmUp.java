package org.warmhandoff.server.validation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.GuidePackage;

/**
 * Validates the guide's examples while the rest of the server starts: the first resource of a kind costs the reading of its
 * definitions, which no client shall wait for. Part of readiness as {@code validator}.
 */
@Component("validator")
class ValidatorWarmUp implements HealthIndicator {

    private final CompletableFuture<Void> warm;

    ValidatorWarmUp(ResourceValidator validator, ExecutorService validationThreads) {
        List<CompletableFuture<Void>> examples = GuidePackage.examples().stream()
                .map(example -> CompletableFuture.runAsync(
                        () -> validator.validate(ResourceValidator.read(GuidePackage.read(example))),
                        validationThreads))
                .collect(Collectors.toList());
        warm = CompletableFuture.allOf(examples.toArray(CompletableFuture[]::new));
    }

    @Override
    public Health health() {
        if (warm.isCompletedExceptionally()) {
            return Health.down()
                    .withDetail("validator", "failed on the guide's own examples")
                    .build();
        }
        return warm.isDone() ? Health.up().build() : Health.outOfService().build();
    }
}
