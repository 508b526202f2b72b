package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.tests.harness.ReferralAssert.assertThatReferral;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.FhirPeer.FhirMessage;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.Push;
import org.warmhandoff.tests.harness.WithWorld;
import org.warmhandoff.tests.harness.World;

/** A hospital refers to a rehab centre that is somewhere else and speaks FHIR. */
@WithWorld
class ForwardedReferralTest {

    @Test
    void the_rehab_gets_one_message_that_holds_the_referral(World world) {
        Push push = Push.ofSomebody().to("HARBOR");

        world.send(push.text());

        assertThatReferral(world, push.placer())
                .becomes("delivered")
                .isOwnedBy("harbor")
                .wasRequestedBy("mercy");
        List<FhirMessage> taken = Patience.await("harbor gets the referral")
                .until(() -> world.harbor().takenFor(push.placer()), messages -> !messages.isEmpty());
        assertThat(taken).hasSize(1);
        assertThat(taken.get(0).bundle().getType()).isEqualTo(Bundle.BundleType.MESSAGE);
        assertThat(taken.get(0).event()).isEqualTo("I12");
        assertThat(taken.get(0).identifier()).isNotBlank();
        assertThat(taken.get(0).header().getFocusFirstRep().getReference()).isNotBlank();
        assertThat(types(taken.get(0))).contains("Task", "ServiceRequest", "Patient", "Condition");
        assertThat(taken.get(0).json())
                .contains(push.client().family())
                .doesNotContain(push.client().ssn())
                .doesNotContain("court-case");
    }

    @Test
    void a_retry_is_the_same_message(World world) {
        Push push = Push.ofSomebody().to("CEDAR");
        world.cedar()
                .answers(message -> world.cedar().attemptsFor(push.placer()).size() < 2 ? 503 : 200);

        world.send(push.text());

        Patience.await("cedar takes the referral")
                .until(() -> !world.cedar().takenFor(push.placer()).isEmpty());
        assertThat(world.cedar().attemptsFor(push.placer()))
                .hasSize(3)
                .extracting(FhirMessage::identifier)
                .containsOnly(world.cedar().attemptsFor(push.placer()).get(0).identifier());
    }

    @Test
    void a_rehab_that_was_down_gets_everything_later_and_in_order(World world) {
        world.cedar().hangUp();
        Push push = Push.ofSomebody().to("CEDAR");
        world.send(push.text());
        assertThatReferral(world, push.placer()).becomes("created");
        world.send(push.again("I14").text());
        assertThat(world.cedar().attemptsFor(push.placer())).isEmpty();

        world.cedar().pickUp();

        List<FhirMessage> taken = Patience.await("cedar gets the referral and its cancellation")
                .until(() -> world.cedar().takenFor(push.placer()), messages -> messages.size() >= 2);
        assertThat(taken).extracting(FhirMessage::event).first().isEqualTo("I12");
        assertThat(taken).extracting(FhirMessage::event).last().isEqualTo("I14");
    }

    @Test
    void a_rehab_that_refuses_fails_the_delivery_and_the_hospital_hears_so(World world) {
        world.birch().answers(message -> 400);
        Push push = Push.ofSomebody().to("BIRCH");

        world.send(push.text());

        assertThatReferral(world, push.placer()).becomes("delivery-failed").hasStatus(Task.TaskStatus.FAILED);
        assertThat(world.birch().attemptsFor(push.placer())).hasSize(1);
        Patience.await("mercy hears of the failure")
                .until(() -> world.mercy().statesOf(push.controlId()), states -> states.endsWith("E"));
    }

    @Test
    void one_refusing_partner_holds_up_nobody_else(World world) {
        world.birch().answers(message -> 500);
        Push stuck = Push.ofSomebody().to("BIRCH");
        Push other = Push.ofSomebody().to("HARBOR");

        world.send(stuck.text());
        Patience.await("birch is tried")
                .until(() -> !world.birch().attemptsFor(stuck.placer()).isEmpty());
        world.send(other.text());

        assertThatReferral(world, other.placer()).becomes("delivered");
    }

    private static Set<String> types(FhirMessage message) {
        return message.bundle().getEntry().stream()
                .map(entry -> entry.getResource().fhirType())
                .collect(Collectors.toSet());
    }
}
