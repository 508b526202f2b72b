package org.warmhandoff.server.disclosure.facts;

import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.server.part2.Label;
import org.warmhandoff.server.part2.RecordFacts;
import org.warmhandoff.server.part2.RecordKind;

/**
 * What a resource is to the rules, whoever asks.
 *
 * @param directory whether it is no record of a patient: whoever is identified may see it
 * @param patients of whom it is; with more than one, or with none that can be read, it is a roster
 */
public record Facts(boolean directory, Set<String> patients, RecordFacts record, ServiceDate service) {

    /** About nobody: who works where, and what codes mean. */
    private static final Set<String> DIRECTORY = Set.of(
            "CapabilityStatement",
            "CodeSystem",
            "ConceptMap",
            "Device",
            "Endpoint",
            "HealthcareService",
            "ImplementationGuide",
            "Location",
            "Medication",
            "NamingSystem",
            "OperationDefinition",
            "Organization",
            "PlanDefinition",
            "Practitioner",
            "PractitionerRole",
            "Questionnaire",
            "Schedule",
            "SearchParameter",
            "Slot",
            "StructureDefinition",
            "ValueSet");

    public Facts {
        patients = Set.copyOf(patients);
    }

    public static Facts of(Resource resource) {
        Set<String> patients = Compartment.patients(resource);
        EnumSet<Label> labels = RecordLabels.of(resource);
        boolean directory = DIRECTORY.contains(resource.fhirType())
                && patients.isEmpty()
                && labels.isEmpty()
                && !isPlaceOfStay(resource);
        if (!directory && (patients.size() != 1 || isOfGroup(resource))) {
            labels.add(Label.ROSTER);
        }
        // A group of one is a roster still, and its member's ties open nothing of it.
        String patient = patients.size() == 1 && !(resource instanceof Group)
                ? patients.iterator().next()
                : "";
        RecordKind kind = RecordKinds.of(resource);
        return new Facts(
                directory,
                patients,
                new RecordFacts(reference(resource), patient, kind, labels),
                ServiceDate.of(resource));
    }

    /** Whether a payer may be asked to have covered the person at some time rather than on a date of service. */
    public boolean isPerson() {
        return record.kind() == RecordKind.PATIENT;
    }

    /** With another kind, which depends on who asks. */
    public RecordFacts as(RecordKind kind) {
        return new RecordFacts(record.reference(), record.patient(), kind, record.labels());
    }

    /** The ward, room and bed of one person's stay, made with it. A place in a directory can be reached, or has a number. */
    private static boolean isPlaceOfStay(Resource resource) {
        return resource instanceof Location place
                && !place.hasIdentifier()
                && !place.hasTelecom()
                && !place.hasAddress()
                && !place.hasPosition()
                && !place.hasEndpoint();
    }

    private static boolean isOfGroup(Resource resource) {
        return resource instanceof Group
                || (resource instanceof Encounter encounter
                        && "Group"
                                .equals(encounter
                                        .getSubject()
                                        .getReferenceElement()
                                        .getResourceType()));
    }

    /** Without its version, such as {@code Encounter/12}. */
    public static String reference(Resource resource) {
        String id = resource.getIdElement().getIdPart();
        return resource.fhirType() + "/" + (id == null ? "" : id);
    }
}
