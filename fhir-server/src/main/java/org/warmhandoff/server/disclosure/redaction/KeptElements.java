package org.warmhandoff.server.disclosure.redaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.profiles.Canonical;

/**
 * Keeps the elements on a list, by their names ({@code participant.individual.identifier}, {@code extension:iop-billing}),
 * with id, {@code meta} and the reference to the patient, and nothing else: no narrative, no contained resource that nothing
 * kept refers to, no extension that is not on the list.
 */
final class KeptElements {

    private static final String EXTENSION = "extension:";

    private static final List<String> PATIENT = List.of("subject", "patient", "for", "beneficiary");

    private final Set<String> names;
    private final Set<String> extensions;

    KeptElements(Set<String> elements) {
        this.names = elements.stream()
                .filter(name -> !name.startsWith(EXTENSION))
                .collect(Collectors.toCollection(HashSet::new));
        this.extensions = elements.stream()
                .filter(name -> name.startsWith(EXTENSION))
                .map(name -> Canonical.structureDefinition(name.substring(EXTENSION.length())))
                .collect(Collectors.toSet());
    }

    void apply(Resource resource) {
        Set<String> kept = new HashSet<>(names);
        kept.add("id");
        kept.add("meta");
        kept.addAll(PATIENT);
        List<Resource> contained =
                resource instanceof DomainResource domain ? new ArrayList<>(domain.getContained()) : List.of();
        List<Extension> ours = resource instanceof DomainResource domain
                ? domain.getExtension().stream()
                        .filter(extension -> extensions.contains(extension.getUrl()))
                        .toList()
                : List.of();
        keep(resource, kept);
        if (resource instanceof DomainResource domain) {
            strip(domain);
            ours.forEach(domain::addExtension);
            keepContained(domain, contained);
        }
    }

    /** Empties what is on no path of the list; goes on below what is the beginning of one. */
    private static void keep(Base parent, Set<String> paths) {
        for (Property property : parent.children()) {
            String name = Tree.name(property);
            if (paths.contains(name) || !property.hasValues()) {
                continue;
            }
            Set<String> below = paths.stream()
                    .filter(path -> path.startsWith(name + "."))
                    .map(path -> path.substring(name.length() + 1))
                    .collect(Collectors.toSet());
            if (below.isEmpty()) {
                Tree.clear(parent, property);
            } else {
                property.getValues().forEach(value -> keep(value, below));
            }
        }
    }

    /** Of what is kept: no extensions, no names beside references, no words beside codes. */
    private static void strip(Base parent) {
        for (Property property : parent.children()) {
            if (property.getName().equals("meta") || property.getName().equals("contained")) {
                continue;
            }
            for (Base value : property.getValues()) {
                if (value instanceof Element element) {
                    element.setExtension(null);
                }
                if (value instanceof Reference reference) {
                    reference.setDisplay(null);
                } else if (value instanceof CodeableConcept concept && concept.hasCoding()) {
                    concept.setText(null);
                }
                strip(value);
            }
        }
    }

    private static void keepContained(DomainResource resource, List<Resource> contained) {
        Set<String> named = Tree.references(resource).stream()
                .map(Reference::getReference)
                .filter(reference -> reference != null && reference.startsWith("#"))
                .map(reference -> reference.substring(1))
                .collect(Collectors.toSet());
        resource.setContained(null);
        for (Resource inner : contained) {
            String id = inner.getIdElement().getIdPart();
            String local = id == null ? "" : id.replace("#", "");
            if (named.contains(local) && inner.fhirType().equals("Medication")) {
                keep(inner, Set.of("id", "code", "form"));
                strip(inner);
                resource.addContained(inner);
                named.remove(local);
            }
        }
        Tree.references(resource).stream()
                .filter(reference -> reference.getReference() != null
                        && reference.getReference().startsWith("#")
                        && named.contains(reference.getReference().substring(1)))
                .forEach(reference -> reference.setReference(null));
    }
}
