package org.warmhandoff.server.referral.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryFilter;
import org.warmhandoff.server.delivery.DeliveryQueue;
import org.warmhandoff.server.delivery.Rendering;
import org.warmhandoff.server.outgoing.Disclosure;
import org.warmhandoff.server.outgoing.ScriptedPassage;
import org.warmhandoff.server.referral.HospitalReferral;
import org.warmhandoff.server.referral.state.ReferralEvent;
import org.warmhandoff.server.referral.state.TransitionInput;
import org.warmhandoff.server.referral.state.TransitionOutput;
import org.warmhandoff.server.storage.ResourceStore;

/** OMG^O19: a referral that comes as an order (IHE 360X), and what its sender is told. */
class OrderedReferralTest {

    private final HospitalReferral referral = new HospitalReferral();

    private String order(String control) {
        return """
                MSH|^~\\&|EPIC|MERCYHOSP|IOPHUB|SUNRISE|20261123083000-0500||OMG^O19^OMG_O19|%s|P|2.5.1
                PID|1||%s^^^MERCY^MR||Doe^Jordan^Q||19900412|F
                ORC|%s|%s^EPIC|||||||20261123083000-0500
                TQ1|1||||||20261123|20991223|A
                OBR|1|%s^EPIC||57133-1^Referral note^LN
                DG1|1||F11.20^Opioid dependence, uncomplicated^I10|||A
                """
                .formatted(referral.controlId(), referral.mrn, control, referral.placer, referral.placer);
    }

    @Test
    void an_order_becomes_a_referral_and_is_answered_as_an_order() {
        assertThat(referral.send(order("NW"))).isEqualTo("applied");

        ServiceRequest request =
                referral.read(ServiceRequest.class, referral.row().ids().request());
        assertThat(request.getPriority()).isEqualTo(ServiceRequest.ServiceRequestPriority.ASAP);
        assertThat(request.getReasonReference()).hasSize(1);
        assertThat(answer(BusinessStatus.DELIVERED)).contains("OSU^O51", "ORC|SC|" + referral.placer + "^EPIC|");
        assertThat(answer(BusinessStatus.ACCEPTED)).contains("ORC|OK|");
    }

    @Test
    void an_order_taken_back_cancels_the_referral() {
        referral.send(order("NW"));

        assertThat(referral.send(order("CA"))).isEqualTo("applied");

        assertThat(referral.row().state()).isEqualTo(BusinessStatus.CANCELLED);
    }

    @Test
    void a_booked_intake_is_news_only_with_consent() {
        referral.send(referral.message("I12"));
        String patient = "Patient/" + referral.row().ids().patient();
        Appointment appointment = new Appointment().setStatus(AppointmentStatus.BOOKED);
        appointment.getStartElement().setValueAsString("2026-12-01T13:00:00Z");
        appointment.getEndElement().setValueAsString("2026-12-01T14:00:00Z");
        appointment
                .addParticipant()
                .setActor(new Reference(patient))
                .setStatus(Appointment.ParticipationStatus.ACCEPTED);
        String id = referral.server.bean(ResourceStore.class).create(appointment);
        referral.move(ReferralEvent.CLAIM);
        referral.move(ReferralEvent.ACCEPT);
        referral.move(TransitionInput.of(ReferralEvent.SCHEDULE_INTAKE)
                .withOutputs(List.of(new TransitionOutput("intake-appointment", new Reference(id)))));

        Delivery notice = notice();
        assertThat(notice.payload()).containsEntry("event", "S12").doesNotContainValue("2026-12-01");
        assertThat(referral.server.bean(AppointmentNoticeRenderer.class).render(notice))
                .isEqualTo(new Rendering.Withheld("consent"));
        assertThat(siu(referral.read(Appointment.class, id)))
                .contains("SIU^S12", "TQ1|1||||||20261201130000", referral.placer + "^MERCYHOSP");
    }

    private Delivery notice() {
        return referral
                .server
                .bean(DeliveryQueue.class)
                .list(DeliveryFilter.ofTask(referral.row().ids().task()), 100)
                .stream()
                .filter(delivery -> delivery.kind().equals(AppointmentNotices.KIND))
                .findFirst()
                .orElseThrow();
    }

    private String siu(Appointment appointment) {
        ConsentedNotice.Told told = new ConsentedNotice.Told(referral.row(), task(), mercy(), "C1", disclosure());
        return referral.server.bean(ReferralReplies.class).writeAppointment(told, Instant.EPOCH, "S12", appointment);
    }

    private String answer(BusinessStatus told) {
        return referral.server
                .bean(ReferralReplies.class)
                .write("C1", Instant.EPOCH, referral.row(), new DisclosableStatus.Told(told, task(), disclosure()));
    }

    private Task task() {
        return referral.read(Task.class, referral.row().ids().task());
    }

    private Partner mercy() {
        return referral.server.bean(PartnerDirectory.class).byId("mercy").orElseThrow();
    }

    private Disclosure disclosure() {
        return new ScriptedPassage().to(mercy(), referral.server.bean(ResourceStore.class));
    }
}
