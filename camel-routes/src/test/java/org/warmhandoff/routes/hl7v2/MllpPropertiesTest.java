package org.warmhandoff.routes.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class MllpPropertiesTest {

    private static MllpProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("warmhandoff.mllp", MllpProperties.class);
    }

    @Test
    void without_configuration_it_listens_on_loopback() {
        MllpProperties defaults = bind(Map.of());

        assertThat(defaults.port()).isEqualTo(2575);
        assertThat(defaults.bind()).isEqualTo("127.0.0.1");
        assertThat(defaults.maxFrame()).isEqualTo(DataSize.ofMegabytes(1));
        assertThat(defaults.sender().connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(defaults.sender().answerTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void each_value_can_be_set() {
        MllpProperties set = bind(Map.of(
                "warmhandoff.mllp.port", "0",
                "warmhandoff.mllp.max-frame", "64KB",
                "warmhandoff.mllp.sender.answer-timeout", "2s"));

        assertThat(set.port()).isZero();
        assertThat(set.maxFrame()).isEqualTo(DataSize.ofKilobytes(64));
        assertThat(set.sender().answerTimeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({
        "port, 65536",
        "port, -1",
        "bind, ' '",
        "max-frame, 1KB",
        "max-frame, 65MB",
        "idle-timeout, 0s",
        "max-connections, 0",
        "threads, 0",
        "sender.connect-timeout, -1s",
        "sender.answer-timeout, 0s",
    })
    void a_wrong_value_is_named(String name, String value) {
        assertThatThrownBy(() -> bind(Map.of("warmhandoff.mllp." + name, value)))
                .rootCause()
                .hasMessageStartingWith("warmhandoff.mllp." + name + " must ");
    }
}
