package org.warmhandoff.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;

class ExportScopeTest {

    private final ExportScope scope = new ExportScope(Set.of("1"), Set.of("c1"));

    @Test
    void what_is_a_members_leaves_and_what_is_another_clients_stays() {
        assertThat(of("1")).allMatch(scope::releases);
        assertThat(of("2")).noneMatch(scope::releases);
        assertThat(of("1")).noneMatch(ExportScope.NOTHING::releases);
    }

    @Test
    void a_members_coverage_by_another_payer_stays() {
        assertThat(scope.releases(coverage("c2", "1"))).isFalse();
    }

    @Test
    void a_group_session_stays_whatever_its_subject_is() {
        Encounter session = new Encounter().setSubject(new Reference("Group/1"));
        assertThat(scope.releases(session)).isFalse();
        Encounter mislaid = encounter("1");
        mislaid.getMeta().addProfile(Canonical.structureDefinition("iop-group-session"));
        assertThat(scope.releases(mislaid)).isFalse();
        assertThat(scope.releases(new Encounter())).isFalse();
    }

    @Test
    void other_types_stay() {
        assertThat(List.<Resource>of(
                        new Group(),
                        new Task().setFor(new Reference("Patient/1")),
                        new Consent().setPatient(new Reference("Patient/1")),
                        new Provenance(),
                        new Observation().setSubject(new Reference("Patient/1"))))
                .noneMatch(scope::releases);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HIPAASelfPay", "PSYTHPN", "HIPAAPsyNotes", "roster"})
    void what_is_labelled_as_not_for_payers_stays(String label) {
        Encounter encounter = encounter("1");
        encounter.getMeta().addSecurity(CodeSystems.ACT_CODE, label, null);
        assertThat(scope.releases(encounter)).isFalse();
    }

    @Test
    void an_attendance_leaves_without_its_group_session() {
        Encounter attendance = encounter("1");
        attendance.setPartOf(new Reference("Encounter/session"));
        ExportScope.redact(attendance);
        assertThat(attendance.hasPartOf()).isFalse();
        assertThat(attendance.getSubject().getReference()).isEqualTo("Patient/1");
    }

    private static List<Resource> of(String patient) {
        Patient person = new Patient();
        person.setId("Patient/" + patient);
        return List.of(
                person,
                coverage("c1", patient),
                encounter(patient),
                new EpisodeOfCare().setPatient(new Reference("Patient/" + patient)),
                new Condition().setSubject(new Reference("Patient/" + patient)));
    }

    private static Encounter encounter(String patient) {
        return new Encounter().setSubject(new Reference("Patient/" + patient));
    }

    private static Coverage coverage(String id, String patient) {
        Coverage coverage = new Coverage().setBeneficiary(new Reference("Patient/" + patient));
        coverage.setId("Coverage/" + id);
        return coverage;
    }
}
