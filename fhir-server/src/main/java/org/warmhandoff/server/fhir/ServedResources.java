package org.warmhandoff.server.fhir;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The resource types that are served, each with the search parameters that somebody uses: those of our clients and the
 * mandatory ones of US Core 6.1.0. Every parameter costs index rows with every write.
 */
final class ServedResources {

    /** On every type, where R4 defines them. */
    private static final List<String> COMMON =
            List.of("_id", "_lastUpdated", "_profile", "_security", "_tag", "identifier", "patient");

    private static final Map<String, List<String>> TYPES = types(
            """
            Account: subject
            AllergyIntolerance: clinical-status
            Appointment: based-on date status
            AuditEvent: agent date entity type
            Binary:
            Bundle:
            CapabilityStatement: url
            CarePlan: category date encounter status subject
            CareTeam: participant status subject
            Claim: created use
            ClaimResponse: request
            CodeSystem: url version
            Communication: based-on part-of recipient sent status subject
            Composition: date encounter status subject type
            ConceptMap: url version
            Condition: abatement-date category clinical-status code encounter onset-date recorded-date subject
            Consent: actor category status
            Coverage: beneficiary payor status subscriber
            Device: status type
            DiagnosticReport: based-on category code date encounter status subject
            DocumentReference: category date encounter period related status subject type
            Encounter: appointment class date episode-of-care location part-of service-provider status subject type
            Endpoint: connection-type organization status
            EpisodeOfCare: date organization status type
            ExplanationOfBenefit: created
            Flag: date subject
            Goal: lifecycle-status subject target-date
            Group: code managing-entity member type
            HealthcareService: active name organization
            ImagingStudy: started status subject
            Immunization: date status
            ImplementationGuide: url
            Location: address address-city address-postalcode address-state name organization
            Media: created encounter subject
            Medication: code
            MedicationAdministration: context effective-time status subject
            MedicationDispense: status subject type
            MedicationRequest: authoredon code encounter intent status subject
            MessageHeader: event
            NamingSystem: value
            Observation: category code date encounter status subject
            OperationDefinition: url
            Organization: active address name partof type
            Patient: active birthdate death-date family gender general-practitioner given name
            PlanDefinition: status title url
            Practitioner: family given name
            PractitionerRole: organization practitioner specialty
            Procedure: code date encounter status subject
            Provenance: agent recorded target
            Questionnaire: status url
            QuestionnaireResponse: authored encounter questionnaire status subject
            RelatedPerson: name
            Schedule: actor date
            SearchParameter:
            ServiceRequest: authored based-on category code encounter performer replaces requester requisition status subject
            Slot: schedule start status
            Specimen: subject type
            StructureDefinition: url
            Subscription: criteria status type url
            SupplyDelivery: status
            Task: authored-on based-on business-status code encounter focus modified owner part-of requester status subject
            ValueSet: url version
            """);

    private ServedResources() {}

    static Set<String> types() {
        return TYPES.keySet();
    }

    static boolean serves(String type) {
        return TYPES.containsKey(type);
    }

    /** Whether a search parameter of a served type is kept. */
    static boolean searchable(String type, String parameter) {
        List<String> own = TYPES.get(type);
        return own != null && (COMMON.contains(parameter) || own.contains(parameter));
    }

    private static Map<String, List<String>> types(String table) {
        Map<String, List<String>> types = new LinkedHashMap<>();
        table.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            int colon = line.indexOf(':');
            String parameters = line.substring(colon + 1).strip();
            types.put(
                    line.substring(0, colon), parameters.isEmpty() ? List.of() : Arrays.asList(parameters.split(" ")));
        });
        return types;
    }
}
