package org.warmhandoff.server.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "x",
                "//evil.example",
                "/\\evil.example",
                "/\\/evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=y",
                "/a\tb",
                "/a b",
                "/<script>",
                "/\"onload=",
                "/a\\b",
                "\\\\evil",
                "/ü"
            })
    void what_could_lead_elsewhere_leads_home(String next) {
        assertThat(LocalPath.of(next)).isEqualTo("/account");
    }

    @Test
    void a_place_of_ours_is_gone_on_to() {
        assertThat(LocalPath.of("/oauth2/authorize?a=b%20c&d=https://app.example/cb"))
                .isEqualTo("/oauth2/authorize?a=b%20c&d=https://app.example/cb");
        assertThat(LocalPath.of("/")).isEqualTo("/");
        assertThat(LocalPath.of("/" + "a".repeat(9_000))).isEqualTo("/account");
    }

    @Test
    void it_survives_being_a_parameter() {
        assertThat(LocalPath.with("/login", "/a?b=c&d=e")).isEqualTo("/login?next=%2Fa%3Fb%3Dc%26d%3De");
    }
}
