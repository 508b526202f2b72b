package org.warmhandoff.routes.hl7v2.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.fuzz.Bounded;
import org.warmhandoff.routes.fuzz.Seeds;
import org.warmhandoff.routes.fuzz.Storable;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.hl7v2.Er7Segment;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice.Envelope;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice.Referral;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.intake.ReferralMessage.Event;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.routes.partner.MllpSender;

/** Any message that says it is a referral becomes one that can be stored, and its reply has our segments and no others. */
class Hl7v2ReferralFuzzTest {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-24T09:15:30-06:00");

    static Stream<byte[]> messages() {
        return Stream.concat(
                Seeds.own("hl7v2", ".hl7"),
                Stream.concat(Seeds.real("hl7v2", "I12-01.hl7"), Seeds.real("hl7v2", "O19-01.hl7")));
    }

    @MethodSource("messages")
    @FuzzTest
    void any_referral_is_stored_and_answered(byte[] bytes) throws Exception {
        Bounded.inTime(() -> check(bytes));
    }

    private static void check(byte[] bytes) {
        Er7Message message = Er7Message.parse(bytes).orElse(null);
        if (message == null) {
            return;
        }

        ReferralMessage referral = Messages.TRANSLATOR.translate(message, Messages.MERCY, Messages.SUNRISE);

        Storable.check(referral);
        if (referral.event() == Event.NEW && !referral.placer().isEmpty()) {
            checkReply(referral);
        }
    }

    private static void checkReply(ReferralMessage referral) {
        Patient patient = Messages.only(referral, Patient.class);
        Task task = Messages.only(referral, Task.class);
        Envelope envelope =
                new Envelope(new MllpSender("HUB", "SUNRISE"), new MllpSender("EPIC", "MERCYHOSP"), "1", true, AT);
        ReferralStatusNotice notice = new ReferralStatusNotice(
                envelope,
                "MSG00001",
                new Referral(task.getIdentifierFirstRep(), "7f3c", Messages.MERCY, Messages.SUNRISE, patient),
                BusinessStatus.CREATED.rf1(),
                null,
                AT,
                Carriage.NONE);

        String printed = new ReferralReply().print(notice);

        Er7Message reply = Er7Message.parse(printed).orElseThrow();
        assertThat(reply.segments().stream().map(Er7Segment::id).toList())
                .isEqualTo(List.of("MSH", "MSA", "RF1", "PRD", "PRD", "PID"));
        assertThat(printed).doesNotContain("\u000b", "\u001c");
        assertThat(reply.first("RF1").orElseThrow().value(6))
                .isEqualTo(task.getIdentifierFirstRep().getValue());
    }
}
