package org.warmhandoff.routes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SenderPropertiesTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(SenderConfiguration.class);

    @Test
    void has_defaults_and_the_senders_that_are_here() {
        runner.run(context -> {
            assertThat(context.getBean(SenderProperties.class))
                    .isEqualTo(new SenderProperties(Duration.ofSeconds(10), Duration.ofSeconds(30)));
            assertThat(context.getBeansOfType(PartnerSender.class).values())
                    .hasExactlyElementsOfTypes(
                            FhirSender.class, HookSender.class, FolderSender.class, SftpSender.class);
        });
    }

    @Test
    void a_timeout_that_never_ends_stops_the_start_with_its_name() {
        runner.withPropertyValues("warmhandoff.delivery.sender.read-timeout=0s").run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessage("warmhandoff.delivery.sender.read-timeout must be positive"));
    }
}
