package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.Push;
import org.warmhandoff.tests.harness.Staff;
import org.warmhandoff.tests.harness.WithWorld;
import org.warmhandoff.tests.harness.World;

/** A client consents, and takes it back. */
@WithWorld
class ConsentJourneyTest {

    private static final String REVOKED_ON = "https://warmhandoff.org/fhir/StructureDefinition/consent-revoked-on";
    private static final String REVOKE = "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"inactive\"}]";

    @Test
    void after_a_revocation_the_hospital_hears_no_more_than_that_the_referral_came(World world) {
        Push push = Push.ofSomebody();
        world.send(push.text());
        Staff staff = world.staff();
        Task delivered = staff.finds(push.placer(), "delivered");
        String consent = staff.consentNaming(delivered, "mercy", "acme-health");
        Task accepted = staff.move(staff.move(delivered, "claim"), "accept");
        Patience.await("mercy hears of the acceptance")
                .until(() -> world.mercy().statesOf(push.controlId()), states -> states.matches("P{2,4}A"));

        world.fhir()
                .send("PATCH", consent, REVOKE, "Content-Type", "application/json-patch+json")
                .expect(200);
        staff.scheduleIntake(accepted);

        Patience.await("mercy hears of a step and not which")
                .until(() -> world.mercy().statesOf(push.controlId()), states -> states.matches("P{2,4}AP+"));
        Consent revoked = world.fhir().get(consent).expect(200).as(Consent.class);
        assertThat(revoked.getExtensionByUrl(REVOKED_ON).getValue().primitiveValue())
                .isNotBlank();
    }

    @Test
    void what_was_signed_stays_as_it_was_signed(World world) {
        Push push = Push.ofSomebody();
        world.send(push.text());
        Staff staff = world.staff();
        Task delivered = staff.finds(push.placer(), "delivered");
        String reference = staff.consentNaming(delivered, "valley", "acme-health");
        Consent consent = world.fhir().get(reference).expect(200).as(Consent.class);
        consent.getProvision().getActorFirstRep().getReference().getIdentifier().setValue("mercy");

        String wider = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(consent);
        assertThat(world.fhir().send("PUT", reference, wider).expect(422).body())
                .contains("do not change")
                .doesNotContain(push.client().family());
        world.fhir().send("DELETE", reference, "").expect(422);

        staff.move(staff.move(delivered, "claim"), "accept");
        List<Task> raised = Patience.await("staff are asked to get a consent for mercy")
                .until(() -> staff.raisedFor(staff.patient(delivered)), tasks -> !tasks.isEmpty());
        assertThat(raised).allMatch(task -> task.getStatus() == Task.TaskStatus.REQUESTED);
        assertThat(world.mercy().statesOf(push.controlId())).matches("P+");
    }
}
