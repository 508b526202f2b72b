package org.warmhandoff.server.disclosure.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Schedule;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.Label;
import org.warmhandoff.server.part2.RecordClass;
import org.warmhandoff.server.part2.RecordKind;

class FactsTest {

    private static final Reference P = new Reference("Patient/p");

    @Test
    void the_bed_of_a_stay_is_no_directory_and_a_house_with_an_address_is() {
        org.hl7.fhir.r4.model.Location place = new org.hl7.fhir.r4.model.Location().setName("4W 12 A");
        assertThat(Facts.of(place).directory()).isFalse();
        place.getAddress().setCity("Springfield");
        assertThat(Facts.of(place).directory()).isTrue();
    }

    @Test
    void a_record_is_of_the_patient_it_is_about() {
        Patient patient = new Patient();
        patient.setId("Patient/p/_history/4");
        for (Resource record : List.of(
                patient,
                new Encounter().setSubject(P),
                new EpisodeOfCare().setPatient(P),
                new Coverage().setBeneficiary(P),
                new Task().setFor(P),
                new Appointment().addParticipant(new Appointment.AppointmentParticipantComponent().setActor(P)))) {
            assertThat(Facts.of(record).record().patient())
                    .as(record.fhirType())
                    .isEqualTo("p");
            assertThat(Facts.of(record).record().labels()).isEmpty();
        }
        assertThat(Facts.of(patient).record().reference()).isEqualTo("Patient/p");
    }

    @Test
    void what_names_several_patients_or_none_is_a_roster() {
        Appointment shared = new Appointment();
        shared.addParticipant().setActor(P);
        shared.addParticipant().setActor(new Reference("Patient/q"));
        for (Resource record : List.of(
                shared,
                new Encounter(),
                new Encounter().setSubject(new Reference("Group/g")),
                new Encounter().setSubject(new Reference("Device/d")),
                new Group(),
                new Provenance(),
                new AuditEvent(),
                new Subscription(),
                new Binary(),
                new Bundle(),
                new Basic())) {
            Facts facts = Facts.of(record);
            assertThat(facts.directory()).isFalse();
            assertThat(facts.record().governingClass()).as(record.fhirType()).isEqualTo(RecordClass.ROSTER);
        }
    }

    @Test
    void directories_are_no_records_unless_they_are_of_a_patient_or_labelled() {
        assertThat(Facts.of(new Organization()).directory()).isTrue();
        assertThat(Facts.of(new Medication()).directory()).isTrue();
        assertThat(Facts.of(label(new Medication(), "42CFRPart2")).directory()).isFalse();
        assertThat(Facts.of(new Schedule().addActor(P)).directory()).isFalse();
    }

    @Test
    void labels_count_in_any_system_and_one_that_cannot_be_read_protects() {
        assertThat(labels(label(new Condition(), "42CFRPart2", "HIPAASelfPay", "MH")))
                .contains(Label.PART2, Label.SELF_PAY, Label.MENTAL_HEALTH);
        Condition strange = new Condition();
        strange.getMeta().addSecurity(new Coding(null, "42CFRPart2", null));
        assertThat(labels(strange)).contains(Label.PART2);
        Condition unreadable = new Condition();
        unreadable.getMeta().addSecurity(new Coding("http://x", null, "secret"));
        assertThat(labels(unreadable)).contains(Label.PART2);
        Condition very = new Condition();
        very.getMeta().addSecurity(new Coding(CodeSystems.CONFIDENTIALITY, "V", null));
        assertThat(labels(very)).contains(Label.PART2);
        Condition claimed = new Condition();
        claimed.getMeta().addSecurity(new Coding("http://x", "deidentified", null));
        assertThat(labels(claimed)).doesNotContain(Label.DEIDENTIFIED);
    }

    @Test
    void profiles_and_extensions_say_as_much_as_labels() {
        Encounter session = new Encounter().setSubject(P);
        session.getMeta().addProfile(Canonical.structureDefinition("iop-group-session") + "|0.1.0");
        assertThat(labels(session)).contains(Label.ROSTER);
        Patient patient = new Patient();
        patient.addExtension(
                Canonical.structureDefinition("court-participant-id"), new org.hl7.fhir.r4.model.Identifier());
        assertThat(labels(patient)).contains(Label.COURT_DATA);
        Coverage lifted = new Coverage().setBeneficiary(P);
        lifted.addExtension(
                Canonical.structureDefinition("self-pay-restriction"), new org.hl7.fhir.r4.model.BooleanType(false));
        assertThat(labels(lifted)).doesNotContain(Label.SELF_PAY);
    }

    @Test
    void observations_are_told_apart_by_what_they_hold() {
        Observation level = new Observation();
        level.setValue(new CodeableConcept(new Coding(CodeSystems.ASAM_LEVEL, "2.1", null)));
        assertThat(RecordKinds.of(level)).isEqualTo(RecordKind.LEVEL_OF_CARE);
        assertThat(RecordKinds.of(loinc("44261-6"))).isEqualTo(RecordKind.ASSESSMENT_SCORE);
        assertThat(RecordKinds.of(loinc("44260-8")))
                .as("the answer to one question")
                .isEqualTo(RecordKind.OTHER);
        assertThat(RecordKinds.of(loinc("19295-5"))).isEqualTo(RecordKind.DRUG_TEST);
        assertThat(RecordKinds.of(new Composition())).isEqualTo(RecordKind.NOTE);
    }

    @Test
    void a_court_hears_of_a_stay_as_a_phase_or_as_its_end() {
        EpisodeOfCare stay = new EpisodeOfCare().setStatus(EpisodeOfCare.EpisodeOfCareStatus.ACTIVE);
        assertThat(RecordKinds.forRecipient(RecordKind.EPISODE, ActorKind.COURT_MONITOR, stay))
                .isEqualTo(RecordKind.PHASE);
        stay.setStatus(EpisodeOfCare.EpisodeOfCareStatus.FINISHED);
        assertThat(RecordKinds.forRecipient(RecordKind.EPISODE, ActorKind.COURT_MONITOR, stay))
                .isEqualTo(RecordKind.DISCHARGE);
        assertThat(RecordKinds.forRecipient(RecordKind.EPISODE, ActorKind.PAYER, stay))
                .isEqualTo(RecordKind.EPISODE);
    }

    @Test
    void the_date_of_service_is_the_period_else_onset_or_record_else_the_last_change() {
        Encounter encounter = new Encounter();
        encounter.getPeriod().setStartElement(new DateTimeType("2026-11-01T09:00:00Z"));
        assertThat(ServiceDate.of(encounter)).isEqualTo(new ServiceDate(Instant.parse("2026-11-01T09:00:00Z"), null));
        Condition condition = new Condition();
        condition.setRecordedDateElement(new DateTimeType("2026-11-02T09:00:00Z"));
        assertThat(ServiceDate.of(condition).from()).isEqualTo(Instant.parse("2026-11-02T09:00:00Z"));
        condition.setOnset(new DateTimeType("2026-11-01T09:00:00Z"));
        assertThat(ServiceDate.of(condition).from()).isEqualTo(Instant.parse("2026-11-01T09:00:00Z"));
        assertThat(ServiceDate.of(new Observation()).from()).isNull();
    }

    private static Observation loinc(String code) {
        return new Observation().setCode(new CodeableConcept(new Coding(CodeSystems.LOINC, code, null)));
    }

    private static java.util.Set<Label> labels(Resource resource) {
        return RecordLabels.of(resource);
    }

    private static <T extends Resource> T label(T resource, String... codes) {
        for (String code : codes) {
            resource.getMeta().addSecurity(new Coding(CodeSystems.ACT_CODE, code, null));
        }
        return resource;
    }
}
