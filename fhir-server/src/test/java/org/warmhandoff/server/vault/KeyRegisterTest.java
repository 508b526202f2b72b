package org.warmhandoff.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.warmhandoff.server.work.QueueDatabase;
import org.warmhandoff.server.work.SettableClock;

class KeyRegisterTest {

    private static final MessageKey A = MessageKey.of(VaultTest.secret(1));
    private static final MessageKey B = MessageKey.of(VaultTest.secret(2));
    private static final Supplier<MessageKey> NONE_TO_MAKE = () -> {
        throw new AssertionError("no key is to be made");
    };

    private final DataSource database = QueueDatabase.empty();
    private final KeyRegister register =
            new KeyRegister(database, new JdbcTransactionManager(database), new SettableClock());

    @Test
    void a_fresh_database_gets_a_key_and_the_next_start_needs_it() {
        KeyRing made = register.ring(List.of(), () -> A, "keys");
        assertThat(made.newest()).isEqualTo(A);

        assertThat(register.ring(List.of(A), NONE_TO_MAKE, "keys").newest()).isEqualTo(A);
        assertThatThrownBy(() -> register.ring(List.of(), NONE_TO_MAKE, "/data/keys"))
                .isInstanceOfSatisfying(UnusableKey.class, lost -> {
                    assertThat(lost)
                            .hasMessage("Messages in this database are encrypted with key " + A.id()
                                    + ", not found in /data/keys");
                    assertThat(lost.remedy()).contains("backup", "docs/operations.md");
                });
    }

    @Test
    void a_lost_key_stops_the_start_with_one_line_and_what_to_do() {
        FailureAnalysis analysis = new UnusableKeyAnalyzer()
                .analyze(new IllegalStateException("bean", new UnusableKey("key 12 is not here", "put it back")));

        assertThat(analysis.getDescription()).isEqualTo("key 12 is not here");
        assertThat(analysis.getAction()).isEqualTo("put it back");
    }

    @Test
    void a_second_node_with_a_key_of_its_own_does_not_start() {
        register.ring(List.of(A), NONE_TO_MAKE, "keys");

        assertThatThrownBy(() -> register.ring(List.of(B), NONE_TO_MAKE, "keys"))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining(A.id());
        assertThat(register.ring(List.of(B, A), NONE_TO_MAKE, "keys").newest()).isEqualTo(B);
    }

    @Test
    void a_key_is_needed_until_nothing_is_sealed_with_it() {
        register.ring(List.of(A), NONE_TO_MAKE, "keys");
        register.ring(List.of(B, A), NONE_TO_MAKE, "keys");

        assertThat(register.retire(B.id())).isOne();

        assertThat(register.ring(List.of(B), NONE_TO_MAKE, "keys").newest()).isEqualTo(B);
        assertThat(register.retire(B.id())).isZero();
    }
}
