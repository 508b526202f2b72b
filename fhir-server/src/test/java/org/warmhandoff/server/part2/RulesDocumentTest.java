package org.warmhandoff.server.part2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/part2-rules.md shows the policy that decides, not one that somebody remembers. */
class RulesDocumentTest {

    @Test
    void the_document_ends_with_the_policy_file_word_for_word() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "part2-rules.md"));
        String policy = PolicyFileTest.file();
        assertThat(document).endsWith(policy.substring(policy.indexOf("\n\n") + 2));
    }
}
