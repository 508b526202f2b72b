package org.warmhandoff.server.patient;

import java.util.List;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.storage.ResourceParts;

/**
 * What a sender says of a person, put into the Patient that stands for the person. What it does not say stays, and so do
 * numbers and restrictions that others gave.
 */
public final class Demographics {

    private Demographics() {}

    /** The Patient after the update; the arguments stay as they are. */
    public static Patient update(Patient known, Patient said) {
        Patient updated = known.copy();
        addIdentifiers(updated, said);
        if (said.getName().stream().anyMatch(HumanName::hasFamily)) {
            updated.setName(said.copy().getName());
        }
        if (said.hasTelecom()) {
            updated.setTelecom(restricted(said.copy().getTelecom(), known.getTelecom()));
        }
        if (said.hasAddress()) {
            updated.setAddress(said.copy().getAddress());
        }
        if (said.hasCommunication()) {
            updated.setCommunication(said.copy().getCommunication());
        }
        setSingle(updated, said);
        said.getExtension().forEach(extension -> replace(updated, extension));
        said.getGeneralPractitioner().forEach(person -> addPractitioner(updated, person));
        return updated;
    }

    private static void addIdentifiers(Patient updated, Patient said) {
        said.getIdentifier().stream()
                .filter(Identifier::hasSystem)
                .filter(identifier -> !CodeSystems.US_SSN.equals(identifier.getSystem()))
                .filter(identifier -> ResourceParts.identifiers(updated).stream()
                        .noneMatch(known -> ResourceParts.same(known, identifier)))
                .forEach(identifier -> updated.addIdentifier(identifier.copy()));
    }

    private static void setSingle(Patient updated, Patient said) {
        if (said.hasGender() && said.getGender() != AdministrativeGender.UNKNOWN) {
            updated.setGender(said.getGender());
        }
        if (said.hasBirthDate()) {
            updated.setBirthDateElement(said.getBirthDateElement().copy());
        }
        if (said.hasMaritalStatus()) {
            updated.setMaritalStatus(said.getMaritalStatus().copy());
        }
        if (said.hasDeceased()) {
            updated.setDeceased(said.getDeceased().copy());
        }
        if (said.hasMultipleBirth()) {
            updated.setMultipleBirth(said.getMultipleBirth().copy());
        }
    }

    /** What the client said about leaving messages on a number outlives the news that it is still the number. */
    private static List<ContactPoint> restricted(List<ContactPoint> said, List<ContactPoint> known) {
        said.forEach(point -> known.stream()
                .filter(before -> before.hasExtension() && before.getValue().equals(point.getValue()))
                .findFirst()
                .ifPresent(before -> point.setExtension(before.copy().getExtension())));
        return said;
    }

    private static void replace(Patient updated, Extension extension) {
        updated.getExtension().removeIf(known -> known.getUrl().equals(extension.getUrl()));
        updated.addExtension(extension.copy());
    }

    private static void addPractitioner(Patient updated, Reference person) {
        boolean known = updated.getGeneralPractitioner().stream()
                .anyMatch(practitioner -> practitioner.equalsDeep(person)
                        || (practitioner.hasReference()
                                && practitioner.getReference().equals(person.getReference())));
        if (!known) {
            updated.addGeneralPractitioner(person.copy());
        }
    }
}
