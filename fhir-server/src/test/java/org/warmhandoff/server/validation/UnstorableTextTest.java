package org.warmhandoff.server.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnstorableTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\\u0000\"",
                "\"\0\"",
                "\"\\\\\\u0000\"",
                "\"\\ud800\"",
                "\"\\ud800x\\udc00\"",
                "\"\\udc00\\ud800\"",
                "\"\\ud800\\n\""
            })
    void what_cannot_be_stored_is_found(String json) {
        assertThat(UnstorableText.in(json)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"a\"",
                "\"\\\\u0000\"",
                "\"\\ud83d\\ude00\\ud83d\\ude00\"",
                "\"\\u00e9\\n\\u0001\"",
                "\"\\u00\"",
                "\"\uD83D\uDE00\\t\"",
                "\"\\"
            })
    void what_can_be_stored_is_left_alone(String json) {
        assertThat(UnstorableText.in(json)).isFalse();
    }
}
