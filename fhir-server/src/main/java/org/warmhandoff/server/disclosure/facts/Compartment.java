package org.warmhandoff.server.disclosure.facts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Of which patients a record is: who it is about, not who wrote it (FHIR R4 compartment Patient, narrowed). */
final class Compartment {

    /** Where a type names its patient; {@code subject} and {@code patient} everywhere else. */
    private static final Map<String, List<String>> PATHS = Map.ofEntries(
            Map.entry("Appointment", List.of("participant.actor")),
            Map.entry("AppointmentResponse", List.of("actor")),
            Map.entry("AuditEvent", List.of("entity.what", "agent.who")),
            Map.entry("Bundle", List.of()),
            Map.entry("Communication", List.of("subject", "recipient", "sender")),
            Map.entry("Coverage", List.of("beneficiary", "subscriber", "policyHolder")),
            Map.entry("EnrollmentRequest", List.of("candidate")),
            Map.entry("Encounter", List.of("subject", "participant.individual")),
            Map.entry("Flag", List.of("subject")),
            Map.entry("Group", List.of("member.entity")),
            Map.entry("List", List.of("subject", "entry.item")),
            Map.entry("MeasureReport", List.of("subject")),
            Map.entry("Person", List.of("link.target")),
            Map.entry("Provenance", List.of("target")),
            Map.entry("ResearchSubject", List.of("individual")),
            Map.entry("Schedule", List.of("actor")),
            Map.entry("SupplyRequest", List.of("deliverTo")),
            Map.entry("Task", List.of("for")));

    private static final List<String> USUAL = List.of("subject", "patient");

    private Compartment() {}

    /** Ids of the patients, without the type. */
    static Set<String> patients(Resource resource) {
        Set<String> patients = new LinkedHashSet<>();
        if (resource instanceof Patient) {
            add(patients, resource.getIdElement().getIdPart());
            return patients;
        }
        for (String path : paths(resource.fhirType())) {
            for (Base value : at(resource, path)) {
                if (value instanceof Reference reference
                        && "Patient".equals(reference.getReferenceElement().getResourceType())) {
                    add(patients, reference.getReferenceElement().getIdPart());
                }
            }
        }
        return patients;
    }

    /** Names of the elements of a type that refer to its patient. */
    private static List<String> paths(String type) {
        return PATHS.getOrDefault(type, USUAL);
    }

    private static void add(Set<String> patients, @Nullable String id) {
        if (id != null && !id.isBlank()) {
            patients.add(id);
        }
    }

    /** The values at a path of element names. */
    static List<Base> at(Base from, String path) {
        List<Base> found = List.of(from);
        for (String name : path.split("\\.")) {
            found = found.stream()
                    .map(parent -> parent.getChildByName(name))
                    .filter(Objects::nonNull)
                    .map(Property::getValues)
                    .flatMap(List::stream)
                    .toList();
        }
        return found;
    }
}
