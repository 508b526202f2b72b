package org.warmhandoff.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcUrlTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h/d, jdbc:postgresql://h/d?a=1",
        "jdbc:postgresql://h/d?, jdbc:postgresql://h/d?a=1",
        "jdbc:postgresql://h/d?b=2, jdbc:postgresql://h/d?b=2&a=1",
        "jdbc:postgresql://h/d?b=2&, jdbc:postgresql://h/d?b=2&a=1",
        "jdbc:postgresql://h/d?aa=2, jdbc:postgresql://h/d?aa=2&a=1",
        "jdbc:postgresql://h/d?a=0, jdbc:postgresql://h/d?a=0",
        "jdbc:postgresql://h/d?b=2&a=0, jdbc:postgresql://h/d?b=2&a=0",
        "jdbc:other:x, jdbc:other:x"
    })
    void adds_a_parameter_that_is_absent_and_no_other(String before, String after) {
        assertThat(new JdbcUrl(before).with("a", "1").text()).isEqualTo(after);
    }
}
