package org.warmhandoff.routes.court.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.routes.intake.ReferralMessage;

/** Examples of OASIS, where they are at hand: no copy of them belongs into this project. */
class SharedEcfTest {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "court");

    @BeforeEach
    void needs_the_messages() {
        assumeTrue(Files.isDirectory(FOLDER), "No messages in " + FOLDER + ", nothing to check against");
    }

    @ParameterizedTest
    @CsvSource({
        "docket.xml, not-supported",
        "domestic.xml, not-supported",
        "docketcallback.xml, not-supported",
        "messagestatus.xml, not-supported"
    })
    void what_is_no_order_to_treatment_is_told_so(String file, String code) throws IOException {
        ReadReferral read = CourtFiles.READER
                .read(Files.readAllBytes(FOLDER.resolve(file)), CourtFiles.COURT)
                .read();

        assertThat(read).isInstanceOf(Unusable.class);
        assertThat(((Unusable) read).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"docket.xml, 123456ABC", "domestic.xml, "})
    void a_docketed_order_or_a_dismissal_in_that_shape_is_read(String file, String docket) throws IOException {
        String message = Files.readString(FOLDER.resolve(file))
                .replace("Apperance<", "Order of dismissal<")
                .replace(
                        "<nc:IdentificationID>11</nc:IdentificationID>",
                        "<nc:IdentificationID>sunrise</nc:IdentificationID>");
        ReadReferral read = CourtFiles.read(message).read();

        if (docket == null) {
            // The example has no case number yet.
            assertThat(((Unusable) read).code()).isEqualTo("required");
        } else {
            ReferralMessage cancel = ((ReadReferral.Usable) read).message();
            assertThat(cancel.event()).isEqualTo(ReferralMessage.Event.CANCEL);
            assertThat(cancel.placer()).isEqualTo(docket);
        }
    }
}
