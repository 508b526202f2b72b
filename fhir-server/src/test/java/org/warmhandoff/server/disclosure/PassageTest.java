package org.warmhandoff.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.ledger.LedgerEntry;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.ConsentKind;
import org.warmhandoff.server.part2.Decision;
import org.warmhandoff.server.part2.EmergencyAttestation;
import org.warmhandoff.server.part2.Purpose;

class PassageTest {

    private static final Tie OWNER = new Tie(Tie.Kind.OWNER, Set.of());
    private static final Recipient THERAPIST =
            new Recipient(ActorKind.OWN_WORKFORCE, "staff", "pat", EnumSet.of(Role.THERAPIST));
    private static final Recipient ENGINEER =
            new Recipient(ActorKind.OWN_WORKFORCE, "staff", "eve", EnumSet.of(Role.INTERFACE_ENGINEER));

    private final MemoryGate gate = new MemoryGate();

    @Test
    void nobody_sees_not_even_a_directory() {
        Passage passage = gate.open(Recipients.NOBODY, Purpose.TREAT);
        assertThat(passage.show(new Organization())).isEmpty();
        assertThat(passage.show(encounter("1", "p", "42CFRPart2"))).isEmpty();
    }

    @Test
    void a_partner_that_is_no_more_is_nobody() {
        Recipient gone = new Recipient(ActorKind.TREATING_HOSPITAL, "gone", "client", Set.of());
        gate.tie("gone", "p", OWNER);
        assertThat(gate.open(gone, Purpose.TREAT).show(encounter("1", "p"))).isEmpty();
    }

    @Test
    void somebody_who_claims_to_be_staff_of_a_partner_is_nobody() {
        Recipient forged = new Recipient(ActorKind.OWN_WORKFORCE, "hospital", "x", EnumSet.allOf(Role.class));
        assertThat(gate.open(forged, Purpose.TREAT).show(encounter("1", "p"))).isEmpty();
    }

    @Test
    void directories_are_free_for_whoever_is_identified_and_are_no_disclosure() {
        Passage passage = gate.open("payer", Purpose.HPAYMT);
        assertThat(passage.show(new Organization())).isPresent();
        passage.account();
        assertThat(gate.ledger).isEmpty();
    }

    @Test
    void without_a_tie_a_partner_sees_nothing_of_a_patient_whatever_the_label() {
        Passage passage = gate.open("hospital", Purpose.TREAT);
        assertThat(passage.show(encounter("1", "p"))).isEmpty();
        gate.tie("hospital", "q", OWNER);
        assertThat(gate.open("hospital", Purpose.TREAT).show(encounter("2", "q")))
                .isPresent();
    }

    @Test
    void a_treating_partner_sees_part_2_records_on_a_consent_that_names_it_only() {
        gate.tie("hospital", "p", OWNER);
        assertThat(gate.open("hospital", Purpose.TREAT).show(encounter("1", "p", "42CFRPart2")))
                .isEmpty();
        gate.consent("c1", "p", ConsentKind.SPECIFIC, Purpose.TREAT, "hospital");
        Passage passage = gate.open("hospital", Purpose.TREAT);
        assertThat(passage.show(encounter("1", "p", "42CFRPart2"))).isPresent();
        assertThat(passage.accompaniment())
                .isEqualTo(new Accompaniment(true, false, true, new java.util.TreeSet<>(Set.of("c1"))));
        assertThat(gate.open("rehab", Purpose.TREAT).show(encounter("1", "p", "42CFRPart2")))
                .isEmpty();
    }

    @Test
    void to_be_named_by_a_consent_is_a_tie() {
        gate.consent("c1", "p", ConsentKind.SPECIFIC, Purpose.TREAT, "rehab");
        assertThat(gate.open("rehab", Purpose.TREAT).show(encounter("1", "p", "42CFRPart2")))
                .isPresent();
    }

    @Test
    void who_referred_learns_that_it_was_delivered_and_nothing_else() {
        gate.tie("hospital", "p", new Tie(Tie.Kind.REQUESTER, Set.of("Task/t")));
        Task shown = gate.open("hospital", Purpose.TREAT)
                .show(task("t", "p", "admitted"))
                .orElseThrow();
        assertThat(shown.getBusinessStatus().getCodingFirstRep().getCode()).isEqualTo("delivered");
        assertThat(shown.getIdElement().hasVersionIdPart()).isFalse();
        assertThat(shown.getMeta().hasLastUpdated()).isFalse();
        assertThat(shown.hasOwner()).isFalse();
        assertThat(gate.open("hospital", Purpose.TREAT).show(task("other", "p", "admitted")))
                .isEmpty();
    }

    @Test
    void a_payer_sees_what_it_covered_on_the_date_of_service() {
        gate.consent("c1", "p", ConsentKind.TPO, Purpose.HPAYMT, "payer");
        gate.cover(
                "payer", "p", new CoverageSource.Span("cov", true, MemoryGate.NOW.minusSeconds(3600), MemoryGate.NOW));
        Passage passage = gate.open("payer", Purpose.HPAYMT);
        assertThat(passage.show(during(encounter("1", "p", "42CFRPart2"), -1800, -900)))
                .isPresent();
        assertThat(passage.show(during(encounter("2", "p", "42CFRPart2"), 900, 1800)))
                .isEmpty();
        assertThat(passage.show(during(encounter("3", "p", "42CFRPart2", "HIPAASelfPay"), -1800, -900)))
                .isEmpty();
        assertThat(gate.reads).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_payer_sees_its_own_group_without_members_and_no_other(int members) {
        Passage passage = gate.open("payer", Purpose.HPAYMT);
        assertThat(passage.show(group("payer", members)).orElseThrow().hasMember())
                .isFalse();
        assertThat(passage.show(group("another", members))).isEmpty();
    }

    @Test
    void a_partner_sees_its_own_subscriptions_and_no_other() {
        Subscription subscription = new Subscription();
        subscription.setId("Subscription/of-rehab");
        assertThat(gate.open("rehab", Purpose.TREAT).show(subscription)).isPresent();
        assertThat(gate.open("hospital", Purpose.TREAT).show(subscription)).isEmpty();
        assertThat(gate.open(Recipients.NOBODY, Purpose.TREAT).show(subscription))
                .isEmpty();
        assertThat(gate.ledger).isEmpty();
    }

    @Test
    void a_group_session_leaves_for_nobody_and_an_attendance_without_it() {
        gate.tie("hospital", "p", OWNER);
        Encounter session = encounter("s", "p");
        session.setSubject(new Reference("Group/g"));
        Passage passage = gate.open("hospital", Purpose.TREAT);
        assertThat(passage.show(session)).isEmpty();
        Encounter attended = encounter("a", "p");
        attended.setPartOf(new Reference("Encounter/s"));
        Encounter shown = passage.show(attended).orElseThrow();
        assertThat(shown.hasPartOf()).isFalse();
        assertThat(shown.getMeta().getSecurity()).extracting(Coding::getCode).contains("REDACTED");
        assertThat(attended.hasPartOf()).as("the original is not touched").isTrue();
        assertThat(gate.open(THERAPIST, Purpose.TREAT).show(attended)).containsSame(attended);
    }

    @Test
    void staff_with_a_clinical_role_sees_all_but_the_notes_of_others() {
        Passage passage = gate.open(THERAPIST, Purpose.TREAT);
        assertThat(passage.show(encounter("1", "p", "42CFRPart2"))).isPresent();
        assertThat(passage.show(encounter("2", "p", "PSYTHPN"))).isEmpty();
        assertThat(passage.ask(encounter("2", "p", "PSYTHPN")))
                .isInstanceOfSatisfying(
                        Decision.Deny.class, deny -> assertThat(deny.manner()).isEqualTo(Decision.Manner.OPEN));
        Recipient author = new Recipient(ActorKind.OWN_WORKFORCE, "staff", "author", EnumSet.of(Role.THERAPIST));
        assertThat(gate.open(author, Purpose.TREAT).show(encounter("2", "p", "PSYTHPN")))
                .isPresent();
        assertThat(gate.open(ENGINEER, Purpose.TREAT).show(encounter("1", "p"))).isEmpty();
        assertThat(gate.reads).as("consents do not matter to staff").isZero();
    }

    @Test
    void an_attested_emergency_opens_the_record_to_who_attested_it() {
        gate.emergency = java.util.Optional.of(new EmergencyAttestation(
                "e", "p", "hospital", "Dr. A", "ED", "overdose", MemoryGate.NOW, MemoryGate.NOW.plusSeconds(60)));
        assertThat(gate.open("hospital", Purpose.ETREAT).show(encounter("1", "p", "42CFRPart2")))
                .isPresent();
        assertThat(gate.open("hospital", Purpose.TREAT).show(encounter("1", "p", "42CFRPart2")))
                .isEmpty();
        assertThat(gate.open("rehab", Purpose.ETREAT).show(encounter("1", "p", "42CFRPart2")))
                .isEmpty();
    }

    @Test
    void a_record_is_decided_once_and_accounted_once() {
        gate.tie("hospital", "p", OWNER);
        Passage passage = gate.open("hospital", Purpose.TREAT);
        Encounter seen = encounter("1", "p");
        assertThat(passage.ask(seen)).isSameAs(passage.ask(encounter("1", "p")));
        passage.show(seen);
        passage.show(seen);
        assertThat(passage.ask(encounter("2", "p", "42CFRPart2"))).isInstanceOf(Decision.Deny.class);
        passage.account();
        passage.account();
        assertThat(gate.ledger).hasSize(2);
        LedgerEntry permitted = gate.ledger.get(0);
        assertThat(permitted.items()).singleElement().satisfies(item -> {
            assertThat(item.reference()).isEqualTo("Encounter/1/_history/1");
            assertThat(item.sha256()).hasSize(64);
        });
        assertThat(gate.ledger.get(1).outcome()).isEqualTo(LedgerEntry.Outcome.DENY);
        assertThat(gate.ledger.get(1).ground().rule()).isEqualTo("16");
        assertThat(gate.ledger.get(1).items().get(0).sha256()).isNull();
    }

    @Test
    void in_place_the_record_itself_is_reduced() {
        gate.cover("payer", "p", new CoverageSource.Span("cov", true, null, null));
        Patient patient = new Patient();
        patient.setId("Patient/p/_history/1");
        patient.addTelecom().setValue("555");
        patient.addName().setFamily("Doe");
        assertThat(gate.open("payer", Purpose.HPAYMT).showInPlace(patient)).isTrue();
        assertThat(patient.hasTelecom()).isFalse();
        assertThat(patient.hasName()).isTrue();
    }

    private static Encounter encounter(String id, String patient, String... labels) {
        Encounter encounter = new Encounter();
        encounter.setId("Encounter/" + id + "/_history/1");
        encounter.setSubject(new Reference("Patient/" + patient));
        encounter.getMeta().setLastUpdated(Date.from(MemoryGate.NOW));
        return label(encounter, labels);
    }

    private static <T extends Resource> T label(T resource, String... labels) {
        for (String label : labels) {
            resource.getMeta().addSecurity(new Coding(CodeSystems.ACT_CODE, label, null));
        }
        return resource;
    }

    private static Encounter during(Encounter encounter, long from, long until) {
        encounter
                .getPeriod()
                .setStart(Date.from(MemoryGate.NOW.plusSeconds(from)))
                .setEnd(Date.from(MemoryGate.NOW.plusSeconds(until)));
        return encounter;
    }

    private static Task task(String id, String patient, String state) {
        Task task = new Task();
        task.setId("Task/" + id + "/_history/7");
        task.setFor(new Reference("Patient/" + patient)).setOwner(new Reference("Organization/sunrise"));
        task.getBusinessStatus().addCoding(new Coding(CodeSystems.BUSINESS_STATUS, state, null));
        task.getMeta().setLastUpdated(Date.from(MemoryGate.NOW));
        return label(task, "42CFRPart2");
    }

    private static Group group(String id, int members) {
        Group group = new Group();
        group.setId("Group/" + id);
        group.getCode().addCoding(new Coding(CodeSystems.GROUP_KIND, "payer-attribution", null));
        for (int i = 0; i < members; i++) {
            group.addMember().setEntity(new Reference("Patient/p" + i));
        }
        return group;
    }
}
