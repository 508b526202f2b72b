package org.warmhandoff.routes.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.routes.intake.ReadReferral.Usable;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerIdentifier;
import org.warmhandoff.routes.partner.PartnerKind;

class FhirReferralReaderTest {

    private static final String NPI = "http://hl7.org/fhir/sid/us-npi";

    private static final Partner MERCY = new Partner(
            "mercy",
            "Mercy Hospital",
            PartnerKind.HOSPITAL,
            List.of(new PartnerIdentifier(NPI, "1093817465")),
            null,
            null,
            false,
            List.of());
    private static final Partner SUNRISE =
            new Partner("sunrise", "Sunrise IOP", PartnerKind.IOP_PROGRAM, List.of(), null, null, true, List.of("2.1"));

    private final FhirReferralReader reader = new FhirReferralReader(new Directory(List.of(MERCY, SUNRISE)));

    @Test
    void a_transaction_with_request_and_task_is_a_referral() {
        ReferralMessage message = usable(reader.readTransaction(transaction()));

        assertThat(message.event()).isEqualTo(ReferralMessage.Event.NEW);
        assertThat(message.sender()).isEqualTo(MERCY);
        assertThat(message.receiver()).isEqualTo(SUNRISE);
        assertThat(message.placer()).isEqualTo("REF-1");
    }

    @Test
    void a_transaction_without_a_task_that_fulfils_is_none() {
        Bundle bundle = transaction();
        assertThat(FhirReferralReader.isReferral(bundle)).isTrue();

        BundleEntries.all(bundle, Task.class).get(0).setCode(null);
        assertThat(FhirReferralReader.isReferral(bundle)).isFalse();
    }

    @Test
    void ids_of_the_senders_server_become_local_names_that_still_refer_to_each_other() {
        Bundle bundle = usable(reader.readTransaction(transaction())).resources();

        Condition condition = BundleEntries.all(bundle, Condition.class).get(0);
        ServiceRequest request = BundleEntries.all(bundle, ServiceRequest.class).get(0);
        assertThat(bundle.getEntry()).allMatch(entry -> entry.getFullUrl().startsWith("urn:uuid:"));
        assertThat(condition.getSubject().getReference())
                .isEqualTo(request.getSubject().getReference())
                .startsWith("urn:uuid:");
        assertThat(bundle.getEntry()).noneMatch(entry -> entry.getResource().hasIdElement());
    }

    @Test
    void an_organization_that_is_a_partner_gives_way_to_the_partners_own() {
        Bundle bundle = transaction();
        Task task = BundleEntries.all(bundle, Task.class).get(0);
        bundle.addEntry()
                .setFullUrl("urn:uuid:0b7d1f0e-0000-4000-8000-000000000009")
                .setResource(new Organization().setName("Mercy"))
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl("Organization");
        BundleEntries.all(bundle, Organization.class)
                .get(0)
                .addIdentifier()
                .setSystem(NPI)
                .setValue("1093817465");
        task.setRequester(new org.hl7.fhir.r4.model.Reference("urn:uuid:0b7d1f0e-0000-4000-8000-000000000009"));

        ReferralMessage message = usable(reader.readTransaction(bundle));

        assertThat(message.sender()).isEqualTo(MERCY);
        assertThat(BundleEntries.all(message.resources(), Organization.class)).isEmpty();
        assertThat(task.getRequester().getReference()).isEqualTo("Organization/mercy");
    }

    @Test
    void a_number_of_another_system_is_not_the_partners() {
        Bundle bundle = transaction();
        BundleEntries.all(bundle, Task.class)
                .get(0)
                .getRequester()
                .getIdentifier()
                .setSystem("urn:other");
        BundleEntries.all(bundle, ServiceRequest.class)
                .get(0)
                .getRequester()
                .getIdentifier()
                .setSystem("urn:other")
                .setValue("1093817465");

        assertThat(unusable(reader.readTransaction(bundle)).location()).isEqualTo("Task.requester");
    }

    @Test
    void what_is_missing_is_named() {
        Bundle noPlacer = transaction();
        BundleEntries.all(noPlacer, ServiceRequest.class).get(0).getIdentifier().clear();
        assertThat(unusable(reader.readTransaction(noPlacer)).location()).isEqualTo("ServiceRequest.identifier");

        Bundle noReceiver = transaction();
        BundleEntries.all(noReceiver, Task.class).get(0).setOwner(null);
        BundleEntries.all(noReceiver, ServiceRequest.class).get(0).setPerformer(null);
        assertThat(unusable(reader.readTransaction(noReceiver)).location()).isEqualTo("Task.owner");

        Bundle withDelete = transaction();
        withDelete.getEntryFirstRep().getRequest().setMethod(Bundle.HTTPVerb.DELETE);
        assertThat(unusable(reader.readTransaction(withDelete)).code()).isEqualTo("not-supported");
    }

    @Test
    void a_message_without_a_known_event_is_refused() {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.MESSAGE);
        assertThat(unusable(reader.readMessage(bundle)).location()).isEqualTo("Bundle.entry[0]");

        org.hl7.fhir.r4.model.MessageHeader header = new org.hl7.fhir.r4.model.MessageHeader();
        header.getEventCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/v2-0003")
                .setCode("A01");
        bundle.addEntry().setResource(header);
        assertThat(unusable(reader.readMessage(bundle)).location()).isEqualTo("MessageHeader.eventCoding");
    }

    private static ReferralMessage usable(ReadReferral read) {
        assertThat(read).isInstanceOf(Usable.class);
        return ((Usable) read).message();
    }

    private static Unusable unusable(ReadReferral read) {
        assertThat(read).isInstanceOf(Unusable.class);
        return (Unusable) read;
    }

    private static Bundle transaction() {
        return FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(
                        Bundle.class, FhirReferralReaderTest.class.getResourceAsStream("referral-transaction.json"));
    }

    private record Directory(List<Partner> partners) implements PartnerDirectory {

        @Override
        public Collection<Partner> all() {
            return partners;
        }

        @Override
        public Optional<Partner> byId(String id) {
            return partners.stream().filter(p -> p.id().equalsIgnoreCase(id)).findFirst();
        }

        @Override
        public Optional<Partner> bySender(String application, String facility) {
            return Optional.empty();
        }

        @Override
        public Optional<Partner> byAnyName(String name) {
            return byId(name).or(() -> partners.stream()
                    .filter(p ->
                            p.identifiers().stream().anyMatch(i -> i.value().equals(name)))
                    .findFirst());
        }
    }
}
