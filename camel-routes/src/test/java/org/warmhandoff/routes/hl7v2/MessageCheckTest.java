package org.warmhandoff.routes.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCheckTest {

    private final MessageCheck check = new MessageCheck(new Parties(Samples.partners()));

    private String refusal(String message) {
        return check.refusal(Samples.parsed(message)).map(Refusal::reason).orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "MSH, 10, '', 101 MSH-10",
        "MSH, 10, '\"\"', 101 MSH-10",
        "MSH, 10, 'a\u0007b', 102 MSH-10",
        "MSH, 9, '', 200 MSH-9",
        "MSH, 9, VXU^V04, 200 MSH-9",
        "MSH, 9, ADT^A02, 201 MSH-9",
        "MSH, 9, REF, 201 MSH-9",
        "MSH, 9, REF^I16, 201 MSH-9",
        "MSH, 12, '', 203 MSH-12",
        "MSH, 12, 2.2, 203 MSH-12",
        "MSH, 12, 2.9, 203 MSH-12",
        "MSH, 12, 3, 203 MSH-12",
        "MSH, 11, '', 202 MSH-11",
        "MSH, 11, X, 202 MSH-11",
        "MSH, 3, CERNER, 204 MSH-3",
        "MSH, 4, '', 204 MSH-3",
        "MSH, 6, NOWHERE, 204 MSH-6",
        "MSH, 6, '', 204 MSH-6",
        "RF1, 6, '', 101 RF1-6",
        "RF1, 6, ^MERCYHOSP, 101 RF1-6",
        "RF1, 6, 'a\u0007b', 102 RF1-6",
        "PID, 3, '', 101 PID-3",
        "PID, 3, ^^^MERCY^MR, 101 PID-3",
        "PID, 3, 123456789^^^^SS, 101 PID-3",
        "PID, 5, '', 101 PID-5",
        "PID, 5, ^^Q, 101 PID-5",
    })
    void an_unusable_field_is_named_with_its_code(String segment, int field, String value, String reason) {
        assertThat(refusal(Samples.with(Samples.referral(), segment, field, value)))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"RF1, 101 RF1-6", "PID, 101 PID-3"})
    void a_missing_segment_is_a_missing_field(String segment, String reason) {
        assertThat(refusal(Samples.without(Samples.referral(), segment))).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "MSH, 12, 2.3",
        "MSH, 12, 2.3.1",
        "MSH, 12, 2.8.2",
        "MSH, 12, 2.5.1^USA",
        "MSH, 11, P^T",
        "MSH, 11, D",
        "MSH, 9, REF^I12",
        "MSH, 9, REF^I13^REF_I12",
        "MSH, 9, REF^I14^REF_I12",
        "MSH, 9, REF^I15^REF_I12",
        "MSH, 3, epic^1.2.3^ISO",
        "MSH, 5, ''",
        "MSH, 6, sunrise",
        "MSH, 6, SUN-01",
        "PRD, 7, ''",
        "PID, 3, 123456789^^^^SS~MRN55^^^MERCY^MR",
        "PID, 5, ^Jordan",
        "PID, 5, Doe",
        "PID, 7, ''",
    })
    void what_a_later_step_can_live_with_is_taken(String segment, int field, String value) {
        assertThat(refusal(Samples.with(Samples.referral(), segment, field, value)))
                .isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "adt-a01, PID, 3, '', 101 PID-3",
        "adt-a01, PID, 5, '', 101 PID-5",
        "adt-a01, MSH, 6, NOWHERE, 204 MSH-6",
        "adt-a01, MSH, 6, '', none",
        "adt-a03, PID, 5, '', none",
        "adt-a08, PV1, 2, '', none",
        "adt-a40, MRG, 1, '', 101 MRG-1",
        "adt-a40, PID, 5, '', none",
        "siu-s12, SCH, 1, '', none",
        "siu-s15, PID, 3, '', 101 PID-3",
        "siu-s26, MSH, 9, SIU^S17, 201 MSH-9",
        "oru-uds, MSH, 4, OTHER, 204 MSH-3",
        "oru-phq9, PID, 5, '', none",
        "mdm-t02, PID, 3, '', 101 PID-3",
        "omg-o19, ORC, 1, SC, 103 ORC-1",
        "omg-o19, ORC, 2, '', none",
        "omg-o19, MSH, 6, '', 204 MSH-6",
        "omg-cancel, PID, 5, '', 101 PID-5",
    })
    void other_messages_need_less(String name, String segment, int field, String value, String reason)
            throws IOException {
        String message = Files.readString(Path.of("src/test/resources/hl7v2/feed", name + ".hl7"))
                .replace("\n", "\r");

        assertThat(refusal(message)).isEqualTo("none");
        assertThat(refusal(Samples.with(message, segment, field, value))).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "oru-uds, OBX, 100 OBX",
        "mdm-t02, TXA, 100 TXA",
        "siu-s12, SCH, 101 SCH-1",
        "omg-cancel, ORC, 103 ORC-1"
    })
    void a_message_without_its_matter_is_refused(String name, String segment, String reason) throws IOException {
        String message = Files.readString(Path.of("src/test/resources/hl7v2/feed", name + ".hl7"))
                .replace("\n", "\r");

        assertThat(refusal(Samples.without(message, segment))).isEqualTo(reason);
    }

    @Test
    void a_second_message_in_the_block_is_not_silently_lost() {
        assertThat(refusal(Samples.referral("ONE") + Samples.referral("TWO"))).isEqualTo("100 MSH");
    }

    @Test
    void a_batch_of_one_is_that_one() {
        String batch = "FHS|^~\\&|EPIC\rBHS|^~\\&|EPIC\r" + Samples.referral() + "BTS|1\rFTS|1\r";

        assertThat(refusal(batch)).isEqualTo("none");
        assertThat(Samples.parsed(batch).controlId()).isEqualTo("MSG00001");
    }

    @Test
    void the_referred_to_provider_goes_before_the_receiving_facility() {
        String toHarbor = Samples.referral().replace("SUNRISE-IOP^L", "NOBODY^L~1000000012^NPI");
        Parties parties = new Parties(Samples.partners());

        assertThat(parties.receiver(Samples.parsed(toHarbor))).contains(Samples.HARBOR);
        assertThat(parties.receiver(Samples.parsed(Samples.referral()))).contains(Samples.SUNRISE);
    }

    @Test
    void the_id_of_the_referring_provider_names_no_receiver() {
        String fromHarbor = Samples.referral().replace("1234567893^NPI", "1000000012^NPI");

        assertThat(new Parties(Samples.partners()).receiver(Samples.parsed(fromHarbor)))
                .contains(Samples.SUNRISE);
    }

    @Test
    void of_several_faults_the_outermost_is_told() {
        String message = Samples.with(Samples.with(Samples.referral(), "MSH", 3, "CERNER"), "RF1", 6, "");

        assertThat(refusal(message)).isEqualTo("204 MSH-3");
        assertThat(refusal(Samples.with(message, "MSH", 12, "1"))).isEqualTo("203 MSH-12");
        assertThat(refusal(Samples.with(message, "MSH", 9, "VXU^V04"))).isEqualTo("200 MSH-9");
        assertThat(refusal(Samples.with(message, "MSH", 10, ""))).isEqualTo("101 MSH-10");
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 200})
    void keys_have_a_longest_length(int length) {
        String expected = length == 199 ? "none" : "102 MSH-10";

        assertThat(refusal(Samples.referral("x".repeat(length)))).isEqualTo(expected);
    }
}
