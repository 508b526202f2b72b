package org.warmhandoff.routes.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.v251.message.ACK;
import ca.uhn.hl7v2.model.v251.segment.ERR;
import ca.uhn.hl7v2.util.Terser;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcknowledgementTest {

    private static final Refusal NO_PLACER =
            new Refusal(ErrorCode.REQUIRED_FIELD_MISSING, "RF1", 6, "The referral number is missing.");

    private final Acknowledgement acknowledgement = new Acknowledgement(
            Clock.fixed(Instant.parse("2026-11-23T14:00:01Z"), ZoneOffset.ofHours(-6)), () -> "ACK-1");

    @Test
    void an_accepted_message_is_answered_aa_with_the_parties_swapped() {
        assertThat(acknowledgement.accepted(Samples.parsed(Samples.referral())))
                .isEqualTo("MSH|^~\\&|IOPHUB|SUNRISE|EPIC|MERCYHOSP|20261123080001-0600||ACK^I12^ACK|ACK-1|T|2.5.1\r"
                        + "MSA|AA|MSG00001\r");
    }

    @Test
    void an_independent_parser_finds_the_error_where_the_standard_puts_it() throws Exception {
        ACK ack = parse(acknowledgement.refused(Samples.parsed(Samples.referral()), NO_PLACER));

        assertThat(ack.getMSA().getAcknowledgmentCode().getValue()).isEqualTo("AR");
        assertThat(ack.getMSA().getMessageControlID().getValue()).isEqualTo("MSG00001");
        ERR err = ack.getERR();
        assertThat(err.getErrorLocation(0).getSegmentID().getValue()).isEqualTo("RF1");
        assertThat(err.getErrorLocation(0).getSegmentSequence().getValue()).isEqualTo("1");
        assertThat(err.getErrorLocation(0).getFieldPosition().getValue()).isEqualTo("6");
        assertThat(err.getHL7ErrorCode().getIdentifier().getValue()).isEqualTo("101");
        assertThat(err.getHL7ErrorCode().getText().getValue()).isEqualTo("Required field missing");
        assertThat(err.getHL7ErrorCode().getNameOfCodingSystem().getValue()).isEqualTo("HL70357");
        assertThat(err.getSeverity().getValue()).isEqualTo("E");
        assertThat(err.getUserMessage().getValue()).isEqualTo("The referral number is missing.");
    }

    @Test
    void what_may_be_cured_later_is_answered_ae() throws Exception {
        ACK ack = parse(acknowledgement.refused(Samples.parsed(Samples.referral()), Refusal.NOT_STORED));

        assertThat(ack.getMSA().getAcknowledgmentCode().getValue()).isEqualTo("AE");
        assertThat(ack.getERR().getHL7ErrorCode().getIdentifier().getValue()).isEqualTo("207");
        assertThat(ack.getERR().getErrorLocationReps()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.3", "2.3.1", "2.4"})
    void versions_before_2_5_get_the_error_where_they_look_for_it(String version) throws Exception {
        String text = acknowledgement.refused(
                Samples.parsed(Samples.with(Samples.referral(), "MSH", 12, version)), NO_PLACER);

        assertThat(text).contains("|" + version + "\r");
        assertThat(text)
                .contains("MSA|AR|MSG00001|The referral number is missing.|||101^Required field missing^HL70357\r")
                .endsWith("ERR|RF1^1^6^101&Required field missing&HL70357\r");
        Terser terser = new Terser(new DefaultHapiContext().getPipeParser().parse(text));
        assertThat(terser.get("/MSA-2")).isEqualTo("MSG00001");
        assertThat(terser.get("/ERR-1-4-1")).isEqualTo("101");
    }

    @ParameterizedTest
    @CsvSource({"2.6, 2.6", "2.8, 2.8", "2.8.2, 2.8.2", "2.2, 2.2", "'', 2.5.1", "9.9, 2.5.1", "x|y, 2.5.1"})
    void the_version_is_the_senders_where_it_is_one(String sent, String answered) {
        String request = Samples.with(Samples.referral(), "MSH", 12, sent);

        assertThat(Samples.parsed(acknowledgement.accepted(Samples.parsed(request)))
                        .msh()
                        .raw(12))
                .isEqualTo(answered);
    }

    @Test
    void the_delimiters_are_the_senders_and_escaped_in_our_words() {
        String text = acknowledgement.refused(
                Samples.parsed("MSH#@!%$#EPIC@1.2@ISO#F1#IOPHUB#F2#20261123##REF@I12#M1#P#2.5.1"),
                new Refusal(ErrorCode.REQUIRED_FIELD_MISSING, "PID", 3, "Look at #3!"));

        assertThat(text)
                .startsWith("MSH#@!%$#IOPHUB#F2#EPIC@1.2@ISO#F1#20261123080001-0600##ACK@I12@ACK#ACK-1#P#2.5.1\r")
                .contains("MSA#AR#M1\r")
                .endsWith("ERR##PID@1@3#101@Required field missing@HL70357#E####Look at %F%3%R%\r");
    }

    @Test
    void a_declared_character_set_is_kept() {
        String request = Samples.with(Samples.referral(), "MSH", 18, "8859/1");

        assertThat(Samples.parsed(acknowledgement.accepted(Samples.parsed(request)))
                        .msh()
                        .raw(18))
                .isEqualTo("8859/1");
    }

    @ParameterizedTest
    @CsvSource({"REF^I15, ACK^I15^ACK", "ADT^A01^ADT_A01, ACK^A01^ACK", "REF, ACK", "REF^<b>, ACK"})
    void the_event_of_the_message_is_that_of_the_answer(String sent, String answered) {
        String request = Samples.with(Samples.referral(), "MSH", 9, sent);

        assertThat(Samples.parsed(acknowledgement.accepted(Samples.parsed(request)))
                        .msh()
                        .raw(9))
                .isEqualTo(answered);
    }

    @Test
    void an_unreadable_message_is_answered_without_control_id() throws Exception {
        String text = acknowledgement.unreadable(Refusal.UNREADABLE);

        assertThat(text).startsWith("MSH|^~\\&|||||20261123080001-0600||ACK|ACK-1|P|2.5.1\rMSA|AR\rERR|||100^");
        assertThat(parse(text).getMSA().getAcknowledgmentCode().getValue()).isEqualTo("AR");
    }

    private static ACK parse(String text) throws HL7Exception {
        return (ACK) new DefaultHapiContext().getPipeParser().parse(text);
    }
}
