package org.warmhandoff.routes.ccda;

import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;

/** Completes one account of a patient by another; where both say something, the first is right. */
final class PatientFacts {

    private PatientFacts() {}

    static void complete(Patient patient, Patient other) {
        numbers(patient, other);
        if (patient.getName().stream().noneMatch(name -> name.hasFamily() || name.hasGiven())) {
            patient.setName(other.getName());
        }
        if (!patient.hasBirthDate()) {
            patient.setBirthDateElement(other.getBirthDateElement());
        }
        if (!patient.hasGender() || patient.getGender() == AdministrativeGender.UNKNOWN) {
            patient.setGender(other.getGender());
        }
        if (!patient.hasAddress()) {
            patient.setAddress(other.getAddress());
        }
        if (!patient.hasTelecom()) {
            patient.setTelecom(other.getTelecom());
        }
        if (!patient.hasMaritalStatus() && other.hasMaritalStatus()) {
            patient.setMaritalStatus(other.getMaritalStatus());
        }
        if (!patient.hasCommunication()) {
            patient.setCommunication(other.getCommunication());
        }
        if (!patient.hasContact()) {
            patient.setContact(other.getContact());
        }
        other.getExtension().stream()
                .filter(extension -> !patient.hasExtension(extension.getUrl()))
                .forEach(patient::addExtension);
    }

    /** A number that stands in for one that was missing is of no use beside a true one. */
    private static void numbers(Patient patient, Patient other) {
        for (Identifier number : other.getIdentifier()) {
            boolean known =
                    patient.getIdentifier().stream().anyMatch(one -> number.equalsDeep(one) || same(one, number));
            boolean standsIn = number.hasSystem() && number.getSystem().endsWith("/referral-patient");
            if (!known && !standsIn) {
                patient.addIdentifier(number);
            }
        }
        if (patient.getIdentifier().size() > 1) {
            patient.getIdentifier()
                    .removeIf(one -> one.hasSystem() && one.getSystem().endsWith("/referral-patient"));
        }
    }

    private static boolean same(Identifier one, Identifier other) {
        return one.hasValue()
                && one.getValue().equals(other.getValue())
                && one.hasSystem()
                && one.getSystem().equals(other.getSystem());
    }
}
