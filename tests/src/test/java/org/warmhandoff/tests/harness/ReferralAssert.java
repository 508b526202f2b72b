package org.warmhandoff.tests.harness;

import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** What a referral has become, asked of the server by its referral number. */
public final class ReferralAssert extends AbstractAssert<ReferralAssert, String> {

    private static final String PARTNER = "https://warmhandoff.org/fhir/partner";

    private final Staff staff;
    private Task task;

    private ReferralAssert(World world, String placer) {
        super(placer, ReferralAssert.class);
        staff = world.staff();
    }

    public static ReferralAssert assertThatReferral(World world, String placer) {
        return new ReferralAssert(world, placer);
    }

    /** There is one, and it gets to that state. */
    public ReferralAssert becomes(String state) {
        task = staff.finds(actual, state);
        return this;
    }

    public ReferralAssert hasStatus(Task.TaskStatus status) {
        Assertions.assertThat(task().getStatus()).as("Task.status").isEqualTo(status);
        return this;
    }

    public ReferralAssert isOwnedBy(String partner) {
        Assertions.assertThat(partnerOf(task().getOwner().getReference()))
                .as("owner")
                .isEqualTo(partner);
        return this;
    }

    public ReferralAssert wasRequestedBy(String partner) {
        Assertions.assertThat(partnerOf(task().getRequester().getReference()))
                .as("requester")
                .isEqualTo(partner);
        return this;
    }

    public ReferralAssert isFor(Client client) {
        Patient patient = patient();
        Assertions.assertThat(patient.getNameFirstRep().getFamily()).isEqualTo(client.family());
        Assertions.assertThat(patient.getIdentifier())
                .extracting(Identifier::getValue)
                .contains(client.mrn());
        return this;
    }

    public ReferralAssert asksForOneOrder() {
        List<ServiceRequest> orders = staff.fhir().search(ServiceRequest.class, "identifier=" + actual);
        Assertions.assertThat(orders).hasSize(1);
        Assertions.assertThat(task().getFocus().getReferenceElement().getIdPart())
                .isEqualTo(orders.get(0).getIdElement().getIdPart());
        return this;
    }

    /** At least that many steps of it are on record, each saying who. */
    public ReferralAssert hasStepsOnRecord(int least) {
        String id = task().getIdElement().getIdPart();
        List<Provenance> steps = staff.fhir().search(Provenance.class, "target=Task/" + id);
        Assertions.assertThat(steps).hasSizeGreaterThanOrEqualTo(least).allMatch(Provenance::hasAgent);
        return this;
    }

    public Task task() {
        if (task == null) {
            List<Task> found = staff.tasks(actual);
            Assertions.assertThat(found).as("Tasks of " + actual).hasSize(1);
            task = found.get(0);
        }
        return task;
    }

    public Patient patient() {
        return staff.fhir()
                .read(Patient.class, task().getFor().getReferenceElement().getIdPart());
    }

    private String partnerOf(String reference) {
        Assertions.assertThat(reference).as("a literal Organization reference").startsWith("Organization/");
        Organization organization = staff.fhir().read(Organization.class, reference.replace("Organization/", ""));
        return organization.getIdentifier().stream()
                .filter(identifier -> PARTNER.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .findFirst()
                .orElseThrow();
    }
}
