package org.warmhandoff.routes.ccda;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Finds what says of the patient what another resource says, or is the same person or organization. */
final class SameFact {

    private SameFact() {}

    /** The fullUrl of the first that does. */
    static Optional<String> in(Bundle bundle, Resource resource) {
        return bundle.getEntry().stream()
                .filter(entry -> entry.getResource() != null && same(entry.getResource(), resource))
                .map(BundleEntryComponent::getFullUrl)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static boolean same(Resource one, Resource other) {
        String kind = kind(one);
        if (kind.isEmpty() || !kind.equals(kind(other))) {
            return false;
        }
        CodeableConcept said = code(one);
        CodeableConcept also = code(other);
        return said == null || also == null ? shareNumber(numbers(one), numbers(other)) : RequestFacts.same(said, also);
    }

    /** A medication is the same whether it was ordered or reported. */
    private static String kind(Resource resource) {
        if (resource instanceof MedicationRequest || resource instanceof MedicationStatement) {
            return "medication";
        }
        boolean told = resource instanceof Condition
                || resource instanceof AllergyIntolerance
                || resource instanceof Practitioner
                || resource instanceof Organization;
        return told ? resource.fhirType() : "";
    }

    private static @Nullable CodeableConcept code(Resource resource) {
        if (resource instanceof Condition condition) {
            return condition.getCode();
        } else if (resource instanceof AllergyIntolerance allergy) {
            return allergy.getCode();
        } else if (resource instanceof MedicationRequest request && request.hasMedicationCodeableConcept()) {
            return request.getMedicationCodeableConcept();
        } else if (resource instanceof MedicationStatement statement && statement.hasMedicationCodeableConcept()) {
            return statement.getMedicationCodeableConcept();
        }
        return null;
    }

    private static List<Identifier> numbers(Resource resource) {
        if (resource instanceof Practitioner practitioner) {
            return practitioner.getIdentifier();
        }
        return resource instanceof Organization organization ? organization.getIdentifier() : List.of();
    }

    private static boolean shareNumber(List<Identifier> ones, List<Identifier> others) {
        return ones.stream().filter(one -> one.hasSystem() && one.hasValue()).anyMatch(one -> others.stream()
                .anyMatch(other -> one.getSystem().equals(other.getSystem())
                        && one.getValue().equals(other.getValue())));
    }
}
