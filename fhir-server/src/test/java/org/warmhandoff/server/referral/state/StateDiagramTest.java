package org.warmhandoff.server.referral.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.warmhandoff.profiles.BusinessStatus;

class StateDiagramTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "referral-states.md");
    private static final Path GENERATED = Path.of("target", "referral-states.md");

    @Test
    void the_committed_document_is_what_the_table_says() throws IOException {
        String generated = TransitionTable.toMarkdown();
        Files.writeString(GENERATED, generated);

        assertThat(Files.readString(DOCUMENT))
                .as("docs/referral-states.md is out of step; its new text is in fhir-server/%s", GENERATED)
                .isEqualTo(generated);
    }

    @ParameterizedTest
    @EnumSource(BusinessStatus.class)
    void every_state_is_drawn(BusinessStatus state) {
        assertThat(TransitionTable.toMermaid()).contains("state \"" + state.code() + "\" as ");
    }
}
