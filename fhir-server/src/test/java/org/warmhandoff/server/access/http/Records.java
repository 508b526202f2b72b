package org.warmhandoff.server.access.http;

import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.profiles.CodeSystems;

/** Resources to write and look for; their clients come from Mercy, which is no programme under 42 CFR Part 2. */
final class Records {

    static final String SYSTEM = "urn:test:access";
    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";

    private Records() {}

    static Patient patient(String family) {
        Patient patient = new Patient();
        patient.addIdentifier()
                .setSystem(SYSTEM)
                .setValue(UUID.randomUUID().toString())
                .setType(new CodeableConcept(new Coding(CodeSystems.V2_IDENTIFIER_TYPE, "MR", null)));
        patient.addName().setFamily(family).addGiven("Test");
        patient.setGender(AdministrativeGender.UNKNOWN);
        patient.setManagingOrganization(new Reference("Organization/mercy"));
        return patient;
    }

    static Observation observation(String patient, String category, String marker) {
        Observation observation = new Observation().setStatus(ObservationStatus.FINAL);
        observation.addIdentifier().setSystem(SYSTEM).setValue(marker);
        observation.addCategory(new CodeableConcept(new Coding(CATEGORY, category, null)));
        observation.setCode(new CodeableConcept().setText("Something seen"));
        observation.setSubject(new Reference(patient));
        observation.setEffective(new DateTimeType("2026-11-01T09:00:00Z"));
        return observation;
    }

    static Condition condition(String patient) {
        Condition condition = new Condition().setSubject(new Reference(patient));
        condition.setCode(new CodeableConcept().setText("Something had"));
        condition.setClinicalStatus(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/condition-clinical", "active", null)));
        return condition;
    }

    static Encounter encounter(String patient, String marker) {
        Encounter encounter = new Encounter()
                .setStatus(Encounter.EncounterStatus.FINISHED)
                .setClass_(new Coding(CodeSystems.ACT_CODE, "AMB", null))
                .setSubject(new Reference(patient))
                .setServiceProvider(new Reference("Organization/mercy"))
                .addType(new CodeableConcept(new Coding(CodeSystems.SESSION_TYPE, "group-skills-dbt", null)));
        encounter.addIdentifier().setSystem(SYSTEM).setValue(marker);
        encounter
                .getPeriod()
                .setStartElement(new DateTimeType("2026-11-01T09:00:00Z"))
                .setEndElement(new DateTimeType("2026-11-01T10:30:00Z"));
        return encounter;
    }
}
