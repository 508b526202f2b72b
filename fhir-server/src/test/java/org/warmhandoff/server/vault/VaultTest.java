package org.warmhandoff.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {

    private static final byte[] OLD = secret(1);
    private static final byte[] NEW = secret(2);

    private final Vault vault = new Vault(KeyRing.of(OLD));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1_000, 5_000, 1_048_576})
    void what_was_sealed_opens_again(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        byte[] text = "PID|1||MRN123^^^MERCY^MR||DOE^JANE\r".repeat(length / 34).getBytes(StandardCharsets.UTF_8);

        assertThat(vault.open(vault.seal(noise, "here"), "here")).isEqualTo(noise);
        assertThat(vault.open(vault.seal(text, "here"), "here")).isEqualTo(text);
    }

    @Test
    void a_message_takes_less_room_than_before() {
        byte[] text = "OBX|1|NM|44261-6^PHQ-9^LN||17|{score}|||||F\r".repeat(60).getBytes(StandardCharsets.UTF_8);

        assertThat(vault.seal(text, "here").length).isLessThan(text.length / 2);
    }

    @Test
    void nothing_of_the_content_shows_and_no_two_envelopes_are_alike() {
        byte[] text = "DOE^JANE".getBytes(StandardCharsets.UTF_8);
        byte[] first = vault.seal(text, "here");

        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("DOE");
        assertThat(vault.seal(text, "here")).isNotEqualTo(first);
    }

    @Test
    void every_changed_bit_and_every_other_place_is_noticed() {
        byte[] sealed = vault.seal("DOE^JANE".getBytes(StandardCharsets.UTF_8), "here");

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.open(changed, "here"))
                    .isInstanceOfAny(BrokenSealException.class, UnknownKeyException.class);
        }
        assertThatThrownBy(() -> vault.open(sealed, "there")).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void the_newest_key_seals_and_every_key_opens() {
        byte[] old = vault.seal(new byte[] {1}, "here");
        Vault rotated = new Vault(KeyRing.of(NEW, OLD));

        assertThat(rotated.open(old, "here")).containsExactly(1);
        assertThat(rotated.keyId()).isNotEqualTo(vault.keyId());
        byte[] sealed = rotated.seal(new byte[] {2}, "here");
        assertThatThrownBy(() -> vault.open(sealed, "here"))
                .isInstanceOf(UnknownKeyException.class)
                .hasMessageContaining(rotated.keyId());
    }

    @Test
    void a_digest_tells_content_apart_and_cannot_be_had_without_the_key() throws Exception {
        byte[] yes = "Y".getBytes(StandardCharsets.UTF_8);
        byte[] digest = vault.digest(yes);

        assertThat(vault.digestOf(yes, digest, vault.keyId())).isTrue();
        assertThat(vault.digestOf("N".getBytes(StandardCharsets.UTF_8), digest, vault.keyId()))
                .isFalse();
        assertThat(digest).isNotEqualTo(MessageDigest.getInstance("SHA-256").digest(yes));
        assertThat(new Vault(KeyRing.of(NEW)).digest(yes)).isNotEqualTo(digest);
    }

    @Test
    void a_blinded_identifier_is_found_under_every_key() {
        Vault rotated = new Vault(KeyRing.of(NEW, OLD));

        assertThat(rotated.blindings("mrn", "A1")).contains(vault.blind("mrn", "A1"), rotated.blind("mrn", "A1"));
        assertThat(vault.blind("mrn", "A1"))
                .isNotEqualTo(vault.blind("mrn", "A2"))
                .isNotEqualTo(vault.blind("x", "A1"));
    }

    @Test
    void a_key_does_not_print_itself() {
        assertThat(MessageKey.of(OLD)).hasToString("MessageKey[" + vault.keyId() + "]");
    }

    static byte[] secret(int number) {
        byte[] secret = new byte[32];
        secret[31] = (byte) number;
        return secret;
    }
}
