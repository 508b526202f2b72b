package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.warmhandoff.tests.harness.DirectHub;
import org.warmhandoff.tests.harness.DirectMailbox.Letter;
import org.warmhandoff.tests.harness.DirectParcel;
import org.warmhandoff.tests.harness.DirectReferral;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.Staff;

/** A hospital refers by Direct mail (IHE 360X) and hears of it by Direct mail until the loop is closed. */
@Timeout(300)
class DirectReferralTest {

    private static DirectHub hub;

    @BeforeAll
    static void start() {
        hub = new DirectHub();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static Letter letter(byte[] archive) {
        return Letter.of("XDM.ZIP", archive);
    }

    private static Task sent(DirectReferral referral) {
        assertThat(hub.send(letter(referral.order()))).isEqualTo(250);
        return hub.staff().finds(referral.placer(), "delivered");
    }

    private static DirectParcel told(DirectReferral referral, String words) {
        return hub.arrives(
                words + " for " + referral.placer(),
                parcel -> parcel.message().contains(referral.placer())
                        && parcel.message().contains(words));
    }

    private static String receipt(DirectParcel parcel) {
        return hub.server()
                .database()
                .value(
                        "select coalesce(receipt, '') || ' ' || state from warmhandoff.delivery where evidence = ?",
                        "250 " + parcel.messageId());
    }

    @Test
    void an_order_by_mail_is_one_referral_and_its_sender_hears_every_step() {
        DirectReferral referral = DirectReferral.unique();
        Letter order = letter(referral.order());
        assertThat(hub.send(order)).isEqualTo(250);
        Task task = hub.staff().finds(referral.placer(), "delivered");
        for (String type : List.of(";processed", ";dispatched")) {
            DirectParcel notified = hub.arrives(
                    type,
                    parcel -> parcel.report().contains(order.messageId())
                            && parcel.report().contains(type));
            assertThat(notified.returnPath()).isEmpty();
        }
        factsOfBoth(task, referral);

        DirectParcel pending = told(referral, "ORC|SC|" + referral.placer());
        assertThat(pending.subject()).isEqualTo("XDM/1.0/DDM");
        assertThat(pending.files().keySet()).contains("INDEX.HTM", "README.TXT", "IHE_XDM/SUBSET01/METADATA.XML");
        assertThat(pending.metadata())
                .contains(
                        referral.placer() + "^^^&amp;2.999.77.2&amp;ISO^urn:ihe:iti:xds:2013:referral",
                        "urn:ihe:pcc:360x:hl7:OSU:O51:2017",
                        referral.client().mrn());

        hub.staff().consentNaming(task, "valley", "acme-health");
        Staff staff = hub.staff();
        Task accepted = staff.move(staff.move(task, "claim"), "accept");
        assertThat(told(referral, "ORC|OK|").document()).isEmpty();
        Task scheduled = staff.scheduleIntake(accepted);
        assertThat(told(referral, "SIU^S12").message()).contains("TQ1|", "SCH|");
        Task admitted = staff.admit(scheduled);
        DirectParcel interim = hub.arrives(
                "an interim note",
                parcel -> parcel.document().contains(referral.placer())
                        && parcel.document().contains("(admitted)"));
        assertThat(interim.document()).contains("<encompassingEncounter>", "42 CFR");
        staff.move(staff.move(admitted, "plan-discharge"), Staff.event("complete", "The note is the summary."));
        DirectParcel last = hub.arrives(
                "the closing note",
                parcel -> parcel.document().contains(referral.placer())
                        && parcel.document().contains("(closed-completed)"));
        assertThat(last.message()).contains("ORC|SC|", "|CM|");
        assertThat(last.document())
                .contains("Discharged: ", "prohibit", referral.client().family());
    }

    private static void factsOfBoth(Task task, DirectReferral referral) {
        String patient = hub.staff().patient(task);
        assertThat(hub.server()
                        .fhir()
                        .read(
                                ServiceRequest.class,
                                task.getFocus().getReferenceElement().getIdPart()))
                .satisfies(request -> assertThat(request.getPriority().toCode()).isEqualTo("stat"))
                .satisfies(request -> assertThat(request.getReasonCode())
                        .anySatisfy(reason -> assertThat(reason.getText()).startsWith("Step down after")));
        Patient person = hub.server()
                .fhir()
                .read(Patient.class, task.getFor().getReferenceElement().getIdPart());
        assertThat(person.getAddressFirstRep().getLine().get(0).getValue())
                .isEqualTo(referral.client().words().get("street"));
        assertThat(hub.server().fhir().search(MedicationRequest.class, "patient=" + patient))
                .hasSize(1);
        assertThat(hub.server().fhir().search(DocumentReference.class, "patient=" + patient))
                .hasSize(1);
    }

    @Test
    void what_comes_twice_has_one_effect() {
        DirectReferral referral = DirectReferral.unique();
        Letter order = letter(referral.order());
        assertThat(hub.send(order)).isEqualTo(250);
        assertThat(hub.send(order)).isEqualTo(250);
        assertThat(hub.send(letter(referral.order()))).isEqualTo(250);

        hub.staff().finds(referral.placer(), "delivered");
        DirectReferral next = DirectReferral.unique();
        sent(next);
        told(next, "ORC|SC|");
        assertThat(hub.staff().tasks(referral.placer())).hasSize(1);
        assertThat(hub.count(parcel -> parcel.report().contains(order.messageId())
                        && parcel.report().contains(";processed")))
                .isEqualTo(1);
    }

    @Test
    void an_order_taken_back_is_confirmed() {
        DirectReferral referral = DirectReferral.unique();
        sent(referral);
        assertThat(hub.send(letter(referral.cancellation()))).isEqualTo(250);
        hub.staff().finds(referral.placer(), "cancelled");
        told(referral, "ORC|CR|" + referral.placer());
    }

    @Test
    void a_cancellation_of_nothing_is_notified_as_failed() {
        Letter nothing = letter(DirectReferral.unique().cancellation());
        assertThat(hub.send(nothing)).isEqualTo(250);
        hub.arrives(
                "a failed notification",
                parcel -> parcel.report().contains(nothing.messageId())
                        && parcel.report().contains(";failed"));
    }

    @Test
    void notifications_close_or_fail_what_we_sent_and_are_not_answered() {
        DirectReferral referral = DirectReferral.unique();
        sent(referral);
        DirectParcel status = told(referral, "ORC|SC|");
        Letter processed = Letter.notification(status.messageId(), "processed");
        assertThat(hub.send(processed)).isEqualTo(250);
        Patience.await("the delivery is receipted").until(() -> receipt(status).equals("ack delivered"));

        Letter failed = Letter.notification(status.messageId(), "failed");
        assertThat(hub.send(failed)).isEqualTo(250);
        Patience.await("the delivery is dead").until(() -> hub.server()
                .database()
                .value("select string_agg(receipt || ' ' || state || ' ' || reason, ',')"
                        + " from warmhandoff.delivery where receipt = 'nak'")
                .contains("nak dead failed"));
        DirectReferral next = DirectReferral.unique();
        sent(next);
        told(next, "ORC|SC|");
        assertThat(hub.count(parcel -> parcel.report().contains(processed.messageId())
                        || parcel.report().contains(failed.messageId())))
                .as("a notification is not notified of")
                .isZero();
    }

    @Test
    void what_cannot_be_trusted_is_refused_and_kept() {
        DirectReferral referral = DirectReferral.unique();
        assertThat(hub.sendForged(letter(referral.order()))).isEqualTo(550);
        assertThat(hub.sendOpenly(letter(referral.order()))).isEqualTo(550);
        Letter bomb = letter(referral.bomb());
        assertThat(hub.send(bomb)).isEqualTo(550);

        assertThat(refused("not-signed Direct")).isPositive();
        assertThat(refused("not-encrypted Direct")).isPositive();
        assertThat(refused("too-costly IHE_XDM")).isPositive();
        assertThat(hub.staff().tasks(referral.placer())).isEmpty();
        assertThat(hub.server().output())
                .doesNotContain(referral.client().family(), referral.client().mrn());
    }

    private static long refused(String reason) {
        return hub.server()
                .database()
                .count("select count(*) from warmhandoff.inbox where state = 'refused' and reason = ?", reason);
    }
}
