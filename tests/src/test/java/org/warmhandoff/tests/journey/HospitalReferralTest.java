package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.tests.harness.ReferralAssert.assertThatReferral;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.v251.message.RRI_I12;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.List;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.Er7;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.Push;
import org.warmhandoff.tests.harness.Staff;
import org.warmhandoff.tests.harness.WithWorld;
import org.warmhandoff.tests.harness.World;

/** A hospital pushes by HL7 v2 and hears on its own listener what became of it. */
@WithWorld
class HospitalReferralTest {

    @Test
    void a_pushed_referral_is_acknowledged_and_lies_on_the_worklist(World world) {
        Push push = Push.ofSomebody();

        Er7 answer = world.send(push.text());

        assertThat(answer.acknowledgement()).isEqualTo("AA");
        assertThat(answer.value("MSA", 2)).isEqualTo(push.controlId());
        assertThatReferral(world, push.placer())
                .becomes("delivered")
                .hasStatus(Task.TaskStatus.RECEIVED)
                .wasRequestedBy("mercy")
                .isOwnedBy("sunrise")
                .isFor(push.client())
                .asksForOneOrder();
    }

    @Test
    void the_clinical_picture_arrives_and_the_social_security_number_does_not(World world) {
        Push push = Push.ofSomebody();
        world.send(push.text());
        Staff staff = world.staff();
        String patient = staff.patient(staff.finds(push.placer(), "delivered"));

        assertThat(world.fhir().search(Condition.class, "patient=" + patient)).hasSize(2);
        assertThat(world.fhir().search(Coverage.class, "patient=" + patient)).hasSize(1);
        assertThat(world.fhir().search(Observation.class, "patient=" + patient)).isNotEmpty();
        assertThat(world.fhir().get(patient).body())
                .contains(push.client().family())
                .doesNotContain(push.client().ssn())
                .doesNotContain(push.client().ssn().replace("-", ""));
    }

    @Test
    void with_the_clients_consent_the_hospital_hears_every_state_in_order(World world) {
        Push push = Push.ofSomebody();
        world.send(push.text());
        Staff staff = world.staff();
        Task task = staff.finds(push.placer(), "delivered");
        staff.consentNaming(task, "mercy", "acme-health");

        staff.takeIn(task);

        Patience.await("mercy hears of the admission")
                .until(() -> world.mercy().statesOf(push.controlId()), states -> states.matches("P{2,3}A{3}"));
        assertThatReferral(world, push.placer()).becomes("admitted").hasStepsOnRecord(5);
        assertThat(staff.activeEpisode(task).getPatient().getReference()).isEqualTo(staff.patient(task));
    }

    @Test
    void a_status_notice_is_an_rri_that_names_both_referral_numbers(World world) throws HL7Exception {
        Push push = Push.ofSomebody();
        world.send(push.text());
        Task task = world.staff().finds(push.placer(), "delivered");
        Er7 notice = Patience.await("mercy hears of the delivery")
                .until(() -> world.mercy().heardAbout(push.controlId()), heard -> !heard.isEmpty())
                .get(0);

        assertThat(notice.component("MSH", 9, 1)).isEqualTo("RRI");
        assertThat(notice.component("MSH", 9, 2)).isEqualTo("I12");
        assertThat(notice.acknowledgement()).isEqualTo("AA");
        assertThat(notice.component("RF1", 6, 1)).isEqualTo(push.placer());
        assertThat(notice.component("RF1", 11, 1))
                .isIn(
                        task.getIdElement().getIdPart(),
                        task.getFocus().getReferenceElement().getIdPart());
        assertThat(notice.component("PID", 3, 1)).isEqualTo(push.client().mrn());
        assertThat(notice.segmentNames()).startsWith("MSH", "MSA").contains("RF1", "PRD", "PID");
        assertThat(parsed(notice)).isInstanceOf(RRI_I12.class);
    }

    @Test
    void without_consent_the_hospital_hears_pending_until_the_consent_arrives(World world) {
        Push push = Push.ofSomebody();
        world.send(push.text());
        Staff staff = world.staff();
        Task delivered = staff.finds(push.placer(), "delivered");
        Task accepted = staff.move(staff.move(delivered, "claim"), "accept");

        List<Task> raised = Patience.await("staff are asked to get a consent")
                .until(() -> staff.raisedFor(staff.patient(delivered)), tasks -> !tasks.isEmpty());
        assertThat(raised).allMatch(task -> task.getStatus() == Task.TaskStatus.REQUESTED);
        assertThat(world.mercy().statesOf(push.controlId())).matches("P+");

        staff.consentNaming(accepted, "mercy", "acme-health");
        Patience.await("mercy hears of the acceptance")
                .until(() -> world.mercy().statesOf(push.controlId()), states -> states.matches("P{2,4}A"));
        // Notices of a referral come in order, so what the next one follows is all there was.
        staff.scheduleIntake(accepted);
        Patience.await("mercy hears of the appointment")
                .until(() -> world.mercy().statesOf(push.controlId()), states -> states.matches("P{2,4}AA"));
    }

    @Test
    void a_hospital_that_was_down_hears_everything_later_and_in_order(World world) {
        Push push = Push.ofSomebody().from("CERNER", "LAKESIDE");
        world.lakeside().hangUp();
        world.send(push.text());
        Staff staff = world.staff();
        Task task = staff.finds(push.placer(), "delivered");
        staff.consentNaming(task, "lakeside", "acme-health");
        staff.takeIn(task);
        assertThat(world.lakeside().heardAbout(push.controlId())).isEmpty();

        world.lakeside().pickUp();

        Patience.await("lakeside hears of everything")
                .until(() -> world.lakeside().statesOf(push.controlId()), states -> states.matches("P{2,3}A{3}"));
    }

    @Test
    void a_notice_that_is_answered_ae_is_sent_again_with_the_same_control_id(World world) {
        List<String> tries = new java.util.concurrent.CopyOnWriteArrayList<>();
        Push push = Push.ofSomebody().from("CERNER", "LAKESIDE");
        world.lakeside().answers(message -> {
            if (!message.value("MSA", 2).equals(push.controlId())) {
                return "AA";
            }
            tries.add(message.controlId());
            return tries.size() < 3 ? "AE" : "AA";
        });

        world.send(push.text());

        Patience.await("lakeside takes the notice")
                .until(() -> !world.lakeside().heardAbout(push.controlId()).isEmpty());
        assertThat(tries.subList(0, 3)).containsOnly(tries.get(0));
    }

    @Test
    void a_cancelled_referral_is_cancelled_and_the_hospital_hears_so(World world) {
        Push push = Push.ofSomebody();
        world.send(push.text());
        world.staff().finds(push.placer(), "delivered");

        Er7 answer = world.send(push.again("I14").text());

        assertThat(answer.acknowledgement()).isEqualTo("AA");
        assertThatReferral(world, push.placer()).becomes("cancelled").hasStatus(Task.TaskStatus.CANCELLED);
        Patience.await("mercy hears of the cancellation")
                .until(() -> world.mercy().statesOf(push.controlId()), states -> states.endsWith("R"));
    }

    @Test
    void a_question_for_the_status_is_answered_by_one_more_notice(World world) {
        Push push = Push.ofSomebody();
        world.send(push.text());
        Patience.await("mercy hears of the delivery")
                .until(() -> world.mercy().statesOf(push.controlId()), states -> !states.isEmpty());
        int before = world.mercy().noticesOn(push.placer()).size();

        assertThat(world.send(push.again("I15").text()).acknowledgement()).isEqualTo("AA");

        Patience.await("mercy is told once more")
                .until(() -> world.mercy().noticesOn(push.placer()).size() > before);
    }

    @Test
    void a_referral_whose_period_is_over_expires(World world) {
        Push push = Push.ofSomebody().with("v2.inThirtyDays", "20260102").with("v2.today", "20260101");

        assertThat(world.send(push.text()).acknowledgement()).isEqualTo("AA");

        assertThatReferral(world, push.placer()).becomes("expired").hasStatus(Task.TaskStatus.FAILED);
        Patience.await("mercy hears of the end")
                .until(() -> world.mercy().statesOf(push.controlId()), states -> states.endsWith("E"));
    }

    /** Read by HAPI's own parser, with the structures of 2.5.1. */
    private static Message parsed(Er7 message) throws HL7Exception {
        try (DefaultHapiContext context = new DefaultHapiContext(new CanonicalModelClassFactory("2.5.1"))) {
            context.setValidationContext(ValidationContextFactory.noValidation());
            return context.getPipeParser().parse(message.text());
        }
    }
}
