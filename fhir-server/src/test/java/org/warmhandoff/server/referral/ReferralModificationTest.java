package org.warmhandoff.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.util.List;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.server.referral.state.ReferralEvent;
import org.warmhandoff.server.storage.ResourceStore;

/** REF^I13: the hospital changes what it had sent. */
class ReferralModificationTest {

    private final HospitalReferral referral = new HospitalReferral();

    @BeforeEach
    void a_referral_is_here() {
        assertThat(referral.send(referral.message("I12"))).isEqualTo("applied");
    }

    private ServiceRequest request() {
        return referral.read(ServiceRequest.class, referral.row().ids().request());
    }

    private Task task() {
        return referral.read(Task.class, referral.row().ids().task());
    }

    private <T extends Resource> List<T> ofPatient(Class<T> type) {
        return search(type, "patient", "Patient/" + referral.row().ids().patient());
    }

    private <T extends Resource> List<T> search(Class<T> type, String parameter, String reference) {
        return referral.server
                .bean(ResourceStore.class)
                .search(type, new SearchParameterMap().add(parameter, new ReferenceParam(reference)));
    }

    private List<Provenance> changes() {
        return search(Provenance.class, "target", "Task/" + referral.row().ids().task()).stream()
                .filter(provenance -> "modify"
                        .equals(provenance.getActivity().getCodingFirstRep().getCode()))
                .toList();
    }

    @Test
    void what_the_sender_owns_changes_and_the_state_stays() {
        referral.move(ReferralEvent.CLAIM);

        String state = referral.send(referral.message(
                "I13",
                "|P|R|Psy",
                "|P|S|Psy",
                "20991223",
                "20981201",
                "NTE|1||Discharging today.",
                "NTE|1||Discharged to her sister."));

        assertThat(state).isEqualTo("applied");
        assertThat(request().getPriority()).isEqualTo(ServiceRequest.ServiceRequestPriority.STAT);
        assertThat(request().getOccurrencePeriod().getEndElement().getValueAsString())
                .isEqualTo("2098-12-01");
        assertThat(request().getNote())
                .extracting(note -> note.getText())
                .containsExactly("Discharging today.", "Discharged to her sister.");
        assertThat(task().getPriority()).isEqualTo(Task.TaskPriority.STAT);
        assertThat(task().getBusinessStatus().getCodingFirstRep().getCode()).isEqualTo("in-triage");
        assertThat(task().getStatus()).isEqualTo(Task.TaskStatus.RECEIVED);
        assertThat(task().getOwner().getReference()).isEqualTo("Organization/sunrise");
        assertThat(task().getNote()).hasSize(1);
        assertThat(referral.row().state()).isEqualTo(BusinessStatus.IN_TRIAGE);
        assertThat(referral.row().expiresAt()).isNotNull();
        assertThat(changes()).hasSize(1);
    }

    @Test
    void clinical_resources_are_updated_or_added_never_doubled() {
        String phq9 = ofPatient(Observation.class).stream()
                .filter(Observation::hasValueQuantity)
                .findFirst()
                .orElseThrow()
                .getIdElement()
                .getIdPart();

        referral.send(referral.message(
                "I13",
                "||17|{score}",
                "||21|{score}",
                "OBR|1",
                "DG1|2||F60.3^Borderline personality disorder^I10|||A\nOBR|1",
                "12 Oak Ave^^Springfield",
                "99 Elm St^^Chicago"));

        assertThat(referral.read(Observation.class, phq9).getValueQuantity().getValue())
                .isEqualByComparingTo("21");
        assertThat(ofPatient(Observation.class)).hasSize(2);
        assertThat(ofPatient(Condition.class)).hasSize(2);
        assertThat(request().getReasonReference()).hasSize(2);
        assertThat(referral.read(Patient.class, referral.row().ids().patient())
                        .getAddressFirstRep()
                        .getCity())
                .isEqualTo("Chicago");
        assertThat(referral.row().created())
                .filteredOn(id -> id.startsWith("Condition/"))
                .hasSize(2);
    }

    @Test
    void staff_see_the_change_and_the_hospital_hears_of_its_referral_again() {
        long notices = referral.deliveries("status-notice");

        referral.send(referral.message("I13", "|P|R|Psy", "|P|A|Psy"));

        assertThat(referral.deliveries("status-notice")).isEqualTo(notices + 1);
        assertThat(search(Task.class, "part-of", "Task/" + referral.row().ids().task()))
                .singleElement()
                .satisfies(work -> {
                    assertThat(work.getCode().getCodingFirstRep().getCode()).isEqualTo("review-change");
                    assertThat(work.getOwner().getReference()).isEqualTo("Organization/sunrise");
                });
    }

    @Test
    void the_same_change_again_has_no_second_effect() {
        String change = referral.message("I13", "|P|R|Psy", "|P|A|Psy");
        referral.send(change);
        String version = task().getMeta().getVersionId();
        long notices = referral.deliveries("status-notice");

        referral.send(change);
        assertThat(referral.deliveries("status-notice")).isEqualTo(notices);
        referral.send(referral.message("I13", "|P|R|Psy", "|P|A|Psy"));

        assertThat(task().getMeta().getVersionId()).isEqualTo(version);
        assertThat(changes()).hasSize(1);
        assertThat(request().getMeta().getVersionId()).isEqualTo("2");
    }

    @Test
    void a_change_of_an_unknown_referral_is_kept_as_failed() {
        assertThat(referral.send(referral.message("I13", referral.placer, "REF-NONE")))
                .isEqualTo("failed");
    }

    @Test
    void a_closed_referral_does_not_change() {
        referral.move(ReferralEvent.CLAIM);
        referral.move(ReferralEvent.WITHDRAW);

        assertThat(referral.send(referral.message("I13", "|P|R|Psy", "|P|A|Psy")))
                .isEqualTo("failed");
        assertThat(request().getPriority()).isEqualTo(ServiceRequest.ServiceRequestPriority.ROUTINE);
    }

    @Test
    void the_patient_of_a_referral_cannot_be_swapped() {
        assertThat(referral.send(referral.message("I13", referral.mrn + "^^^MERCY", "OTHER^^^MERCY")))
                .isEqualTo("failed");
        assertThat(changes()).isEmpty();
    }
}
