package org.warmhandoff.routes.court.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcfReceiptTest {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "court");

    @ParameterizedTest
    @CsvSource({
        "Success, true",
        "DuplicateMessage, true",
        "DataError, false",
        "InvalidSchema, false",
        "SystemError, false"
    })
    void a_message_status_says_at_once_whether_it_came(String code, boolean accepted) {
        assertThat(read(
                        """
                        <cbrn:MessageStatus xmlns:cbrn="http://release.niem.gov/niem/domains/cbrn/4.1/" %s>
                          <cbrn:MessageStatusCode>%s</cbrn:MessageStatusCode>
                          <ecf:MessageStatusAugmentation>
                            <nc:DocumentIdentification>
                              <nc:IdentificationID>theirs</nc:IdentificationID>
                            </nc:DocumentIdentification>
                            <nc:DocumentIdentification>
                              <nc:IdentificationID>ours</nc:IdentificationID>
                            </nc:DocumentIdentification>
                          </ecf:MessageStatusAugmentation>
                        </cbrn:MessageStatus>
                        """
                                .formatted(NAMESPACES, code)))
                .contains(new EcfReceipt(List.of("theirs", "ours"), accepted, code.toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource({
        "successful, accepted, true, successful",
        "unsuccessful, accepted, false, unsuccessful",
        "not applicable, rejected, false, rejected",
        "not applicable, received, true, received",
        "'', cancelled, false, cancelled"
    })
    void docketing_and_review_are_told_by_callback(String docketing, String review, boolean accepted, String code) {
        for (String kind :
                List.of("docketcallback:NotifyDocketingComplete", "reviewfilingcallback:NotifyFilingReviewComplete")) {
            assertThat(read(callback(kind, docketing, review))).get().satisfies(receipt -> {
                assertThat(receipt.accepted()).isEqualTo(accepted);
                assertThat(receipt.code()).isEqualTo(code);
                assertThat(receipt.messageIds()).containsExactly("ours");
            });
        }
    }

    @Test
    void what_says_neither_yes_nor_no_is_none_and_neither_is_an_order_or_a_bomb() {
        assertThat(read(callback("docketcallback:NotifyDocketingComplete", "maybe", "")))
                .isEmpty();
        assertThat(read("<a/>")).isEmpty();
        assertThat(read("not xml")).isEmpty();
        assertThat(read("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"))
                .isEmpty();
    }

    @Test
    void the_examples_of_oasis_are_understood() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "No messages in " + FOLDER + ", nothing to check against");

        EcfReceipt status = EcfReceipt.read(Files.readAllBytes(FOLDER.resolve("messagestatus.xml")))
                .orElseThrow();
        EcfReceipt docketed = EcfReceipt.read(Files.readAllBytes(FOLDER.resolve("docketcallback.xml")))
                .orElseThrow();

        assertThat(status.accepted()).isFalse();
        assertThat(status.messageIds()).contains("1065XYZ9786");
        assertThat(docketed).isEqualTo(new EcfReceipt(List.of("10"), true, "accepted"));
        assertThat(EcfReceipt.read(Files.readAllBytes(FOLDER.resolve("docket.xml"))))
                .isEmpty();
    }

    private static final String NAMESPACES =
            """
            xmlns:nc="http://release.niem.gov/niem/niem-core/4.0/"
            xmlns:ecf="https://docs.oasis-open.org/legalxml-courtfiling/ns/v5.0/ecf"
            xmlns:docketcallback="https://docs.oasis-open.org/legalxml-courtfiling/ns/v5.01/docketcallback"
            xmlns:reviewfilingcallback="https://docs.oasis-open.org/legalxml-courtfiling/ns/v5.0/reviewfilingcallback"
            """;

    private static String callback(String kind, String docketing, String review) {
        return """
               <wrappers:Request xmlns:wrappers="https://docs.oasis-open.org/legalxml-courtfiling/ns/v5.0/wrappers" %s>
                 <%sMessage>
                   <nc:DocumentIdentification>
                     <nc:IdentificationID>ours</nc:IdentificationID>
                   </nc:DocumentIdentification>
                   <ecf:FilingStatus>
                     <ecf:FilingDocketingStatusCode>%s</ecf:FilingDocketingStatusCode>
                     <ecf:FilingReviewStatusCode>%s</ecf:FilingReviewStatusCode>
                   </ecf:FilingStatus>
                 </%sMessage>
               </wrappers:Request>
               """
                .formatted(NAMESPACES, kind, docketing, review, kind);
    }

    private static Optional<EcfReceipt> read(String message) {
        return EcfReceipt.read(message.getBytes(StandardCharsets.UTF_8));
    }
}
