package org.warmhandoff.server.delivery;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPropertiesTest {

    @Test
    void impossible_settings_name_the_property() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryProperties(Duration.ZERO, Duration.ofHours(1), Duration.ofHours(1)))
                .withMessageContaining("warmhandoff.delivery.retry.initial");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new RetryProperties(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofHours(1)))
                .withMessageContaining("warmhandoff.delivery.retry.max");
    }
}
