package org.warmhandoff.routes.court.order;

import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.court.order.CourtOrder.Participant;

/** The participant as iop-patient, known by the court's number, which stands for a record number until there is one. */
final class PatientOfOrder {

    private static final String COURT_NUMBER = Canonical.structureDefinition("court-participant-id");

    private PatientOfOrder() {}

    static Patient of(OrderBundle bundle, Participant participant) {
        Patient patient = new Patient();
        Identifier number = bundle.number("participant", participant.number());
        patient.addExtension(COURT_NUMBER, number.copy());
        patient.addIdentifier(number.setType(
                new CodeableConcept(new Coding(CodeSystems.V2_IDENTIFIER_TYPE, "MR", "Medical record number"))));
        patient.setActive(true);
        patient.setGender(AdministrativeGender.fromCode(participant.gender()));
        if (participant.family() != null) {
            HumanName name = patient.addName().setFamily(participant.family());
            participant.given().forEach(name::addGiven);
        }
        if (participant.birthDate() != null) {
            patient.setBirthDateElement(new DateType(participant.birthDate().toString()));
        }
        if (participant.phone() != null) {
            patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(participant.phone());
        }
        address(patient, participant.address());
        return patient;
    }

    private static void address(Patient patient, CourtOrder.@org.jspecify.annotations.Nullable Address from) {
        if (from == null) {
            return;
        }
        org.hl7.fhir.r4.model.Address address = patient.addAddress()
                .setUse(AddressUse.HOME)
                .setCity(from.city())
                .setState(from.state())
                .setPostalCode(from.postalCode());
        if (from.line() != null) {
            address.addLine(from.line());
        }
    }
}
