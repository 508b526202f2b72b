package org.warmhandoff.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class CommandLineToolTest {

    @Configuration
    static class NothingToServe {}

    @Test
    void serving_is_the_default_and_takes_properties() {
        assertThat(run("--spring.main.web-application-type=none")).isEqualTo(CommandLineTool.RUNNING);
        assertThat(run("serve", "--spring.main.web-application-type=none")).isEqualTo(CommandLineTool.RUNNING);
    }

    @Test
    void a_wrong_word_is_wrong_use_and_named(CapturedOutput output) {
        assertThat(run("srve")).isEqualTo(2);
        assertThat(output).contains("\"srve\" is no command");
        assertThat(run("serve", "now")).isEqualTo(2);
        assertThat(run("sandbox", "--onec")).isEqualTo(2);
    }

    @Test
    void help_names_the_commands(CapturedOutput output) {
        assertThat(run("--help")).isZero();
        assertThat(output).contains("serve", "sandbox", "--server.port=8081");
    }

    private static int run(String... args) {
        return CommandLineTool.execute(NothingToServe.class, args);
    }
}
