package org.warmhandoff.server;

import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.warmhandoff.profiles.CodeSystems;

/** Patients that keep the guide's profile. */
public final class Patients {

    private Patients() {}

    /** With a medical record number that nobody else has. */
    public static Patient named(String family) {
        Patient patient = new Patient();
        patient.addIdentifier()
                .setType(new CodeableConcept(new Coding(CodeSystems.V2_IDENTIFIER_TYPE, "MR", null)))
                .setSystem("urn:test:mrn")
                .setValue(UUID.randomUUID().toString());
        patient.addName().setFamily(family).addGiven("Test");
        patient.setGender(AdministrativeGender.UNKNOWN).setBirthDateElement(new DateType("1990-01-01"));
        return patient;
    }
}
