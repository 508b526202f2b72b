package org.warmhandoff.routes.ccda;

import java.util.Locale;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;

/** Whether a document is about the patient of the message that it came with. Who cannot be told apart is not the same. */
final class SamePerson {

    private SamePerson() {}

    static boolean test(Patient patient, Patient documents) {
        if (isNobody(patient)) {
            return true;
        } else if (patient.hasBirthDate()
                && documents.hasBirthDate()
                && !patient.getBirthDateElement()
                        .getValueAsString()
                        .equals(documents.getBirthDateElement().getValueAsString())) {
            return false;
        }
        boolean number = patient.getIdentifier().stream()
                .filter(one -> one.hasSystem() && one.hasValue())
                .anyMatch(one -> documents.getIdentifier().stream()
                        .anyMatch(other -> one.getSystem().equals(other.getSystem())
                                && one.getValue().equals(other.getValue())));
        return number || patient.hasBirthDate() && documents.hasBirthDate() && shareName(patient, documents);
    }

    /** An order that leaves it to the document to say who it is for. */
    private static boolean isNobody(Patient patient) {
        return !patient.hasBirthDate()
                && patient.getName().stream().noneMatch(name -> name.hasFamily() || name.hasGiven());
    }

    private static boolean shareName(Patient patient, Patient documents) {
        return patient.getName().stream()
                .map(SamePerson::family)
                .filter(name -> !name.isEmpty())
                .anyMatch(name ->
                        documents.getName().stream().map(SamePerson::family).anyMatch(name::equals));
    }

    private static String family(HumanName name) {
        return name.hasFamily() ? name.getFamily().strip().toLowerCase(Locale.ROOT) : "";
    }
}
