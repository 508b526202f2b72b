package org.warmhandoff.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmartScopeTest {

    @ParameterizedTest
    @CsvSource({
        "system/*.cruds, system/Task.rs, true",
        "system/*.rs, system/Task.cruds, false",
        "system/Task.rs, system/*.rs, false",
        "system/Task.rs, user/Task.r, false",
        "system/Task.rs, system/Task.rs?status=requested, true",
        "system/Task.rs?status=requested, system/Task.rs, false",
        "system/Task.rs?status=requested, system/Task.r?status=requested, true",
        "system/Task.rs?status=requested, system/Task.r?status=failed, false",
        "system/Task.r system/Task.s, system/Task.rs, true",
        "system/Task.r system/*.s, system/Task.rs, true",
        "launch/patient, launch/patient, true",
        "system/*.cruds, launch/patient, false",
        "system/*.cruds, system/*.*, true",
        "system/*.rs, system/Task.read, true",
        "system/Task.read, system/Task.rs, true",
        "system/*.rs, system/Task.write, false",
        "system/*.rs, system/Task.*, false",
        "system/Task.write, system/Task.cud, true",
    })
    void a_scope_is_granted_when_it_is_covered(String allowed, String asked, boolean granted) {
        assertThat(SmartScope.allowed(SmartScope.split(allowed), SmartScope.split(asked)))
                .isEqualTo(granted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system/Task.",
                "system/Task.sr",
                "system/Task.rr",
                "system/task.r",
                "system/Task.reads",
                "system/.r",
                "system/Task.read?a=b",
                "system/Task.**",
                "system/Task.*r",
                "system/Task.r?",
                "system/Task.r\n",
                "system/Task.r?a\"b",
                "sys/Task.r",
                "system/Task.r ?x",
                ""
            })
    void what_is_no_scope_for_resources_is_none(String scope) {
        assertThat(SmartScope.of(scope)).isEmpty();
    }

    @Test
    void one_of_several_that_is_not_covered_spoils_all() {
        assertThat(SmartScope.allowed(Set.of("system/Task.rs"), Set.of("system/Task.r", "system/Patient.r")))
                .isFalse();
    }
}
