package org.warmhandoff.server.identity.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private final Passwords passwords = new Passwords();
    private final PasswordRules rules = new PasswordRules(TestStaff.PROPERTIES);

    @Test
    void a_hash_is_argon2id_and_costs_what_nobodys_costs() {
        String hash = passwords.hash("seven slow herons");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(Passwords.NOBODYS)
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .hasSameSizeAs(hash);
        assertThat(passwords.hash("seven slow herons")).isNotEqualTo(hash);
        assertThat(passwords.matches("seven slow herons", hash)).hasValue(true);
        assertThat(passwords.matches("seven slow heron", hash)).hasValue(false);
        assertThat(passwords.matches("seven slow herons", null)).hasValue(false);
    }

    @Test
    void the_same_letters_from_another_keyboard_are_the_same_password() {
        assertThat(passwords.matches("cafe\u0301 im schnee", passwords.hash("caf\u00e9 im schnee")))
                .hasValue(true);
    }

    @Test
    void a_very_long_one_is_wrong_and_harms_nobody() {
        assertThat(passwords.matches("x".repeat(2_000_000), passwords.hash("x")))
                .hasValue(false);
    }

    @Test
    void made_up_ones_differ_and_satisfy_the_rules() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            String one = passwords.random();
            assertThat(one).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
            assertThat(rules.fault(one, "admin", "")).isEmpty();
            made.add(one);
        }
        assertThat(made).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "elevenchars",
                "Password1234!",
                "aaaaaaaaaaaaaaaa",
                "123456789012",
                "Qwertyuiop123",
                "annannannann",
                "ann-margret-1",
                "warmhandoff2026",
                "abcdefghijklm",
                "the old password",
                "Welcome!!!2026"
            })
    void easy_ones_are_refused(String easy) {
        assertThat(rules.fault(easy, "ann", "the old password")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven slow herons",
                "Ürgüp'te üç balon",
                "correct horse battery",
                "x7#kQ9!mZ2@p",
                "日本語のながいあいことばです"
            })
    void long_ones_of_any_characters_are_taken(String good) {
        assertThat(rules.fault(good, "ann", "the old password")).isEmpty();
    }
}
