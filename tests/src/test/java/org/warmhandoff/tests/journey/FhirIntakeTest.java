package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.tests.harness.ReferralAssert.assertThatReferral;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.FhirPush;
import org.warmhandoff.tests.harness.FhirResponse;
import org.warmhandoff.tests.harness.WithWorld;
import org.warmhandoff.tests.harness.World;

/** A rehab centre pushes by FHIR, as a transaction and as a message. */
@WithWorld
class FhirIntakeTest {

    @Test
    void a_transaction_becomes_a_referral(World world) {
        FhirPush push = FhirPush.from("harbor");

        world.fhir("harbor").post("", push.transaction()).expect(200);

        assertThatReferral(world, push.placer())
                .becomes("delivered")
                .wasRequestedBy("harbor")
                .isOwnedBy("sunrise")
                .isFor(push.client())
                .asksForOneOrder();
    }

    @Test
    void the_same_transaction_again_answers_with_what_is_there(World world) {
        FhirPush push = FhirPush.from("harbor");
        Bundle first =
                world.fhir("harbor").post("", push.transaction()).expect(200).bundle();

        Bundle second =
                world.fhir("harbor").post("", push.transaction()).expect(200).bundle();

        assertThat(locations(second)).hasSameSizeAs(locations(first));
        assertThat(locations(second).get(0))
                .startsWith("Task/")
                .isEqualTo(locations(first).get(0));
        assertThat(second.getEntryFirstRep().getResponse().getStatus()).startsWith("200");
        assertThatReferral(world, push.placer()).becomes("delivered").asksForOneOrder();
    }

    @Test
    void the_social_security_number_is_dropped(World world) {
        FhirPush push = FhirPush.from("harbor");

        world.fhir("harbor").post("", push.transaction()).expect(200);

        assertThat(world.fhir().get("Patient?identifier=" + push.client().mrn()).body())
                .contains(push.client().family())
                .doesNotContain(push.client().ssn());
    }

    @Test
    void a_message_becomes_a_referral_and_its_repetition_none(World world) {
        FhirPush push = FhirPush.from("harbor");
        String message = push.message();

        world.fhir("harbor").post("$process-message", message).expect(200, 202);
        world.fhir("harbor").post("$process-message", message).expect(200, 202);

        assertThatReferral(world, push.placer())
                .becomes("delivered")
                .wasRequestedBy("harbor")
                .isFor(push.client())
                .asksForOneOrder();
    }

    @Test
    void message_and_transaction_about_one_client_make_one_patient(World world) {
        FhirPush push = FhirPush.from("harbor");
        FhirPush other = new FhirPush(push.client(), "harbor", push.placer() + "-B", push.docket(), push.controlId());

        world.fhir("harbor").post("", push.transaction()).expect(200);
        world.fhir("harbor").post("$process-message", other.message()).expect(200, 202);

        world.staff().finds(push.placer(), "delivered");
        world.staff().finds(other.placer(), "delivered");
        assertThat(world.fhir()
                        .search(Patient.class, "identifier=" + push.client().mrn()))
                .hasSize(1);
    }

    @Test
    void a_referral_to_nobody_we_know_is_refused_and_leaves_nothing(World world) {
        FhirPush push = FhirPush.from("harbor");
        String lost = push.transaction().replace("\"sunrise\"", "\"nowhere\"");

        FhirResponse answer = world.fhir("harbor").post("", lost);

        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.problems()).doesNotContain(push.client().family());
        assertThat(world.fhir().search(Task.class, "identifier=" + push.placer()))
                .isEmpty();
        assertThat(world.fhir()
                        .search(Patient.class, "identifier=" + push.client().mrn()))
                .isEmpty();
    }

    private static List<String> locations(Bundle answer) {
        return answer.getEntry().stream()
                .map(entry -> entry.getResponse().getLocation().replaceFirst("/_history/.*$", ""))
                .map(location -> location.replaceFirst("^.*/fhir/", ""))
                .toList();
    }
}
