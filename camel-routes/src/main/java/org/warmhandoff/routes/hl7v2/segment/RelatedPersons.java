package org.warmhandoff.routes.hl7v2.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Fields;

/** The people around the patient; next of kin, guarantor and subscriber of one name are one person. */
public final class RelatedPersons {

    private final Translation translation;
    private final Map<String, RelatedPerson> byName = new HashMap<>();
    private final Map<String, Reference> references = new HashMap<>();

    public RelatedPersons(Translation translation) {
        this.translation = translation;
    }

    /** Adds the person, or what is new about one already known. */
    public Reference add(RelatedPerson person) {
        String name = name(person.getNameFirstRep());
        RelatedPerson known = byName.get(name);
        if (known != null && !name.isEmpty()) {
            merge(known, person);
            return references.getOrDefault(name, new Reference()).copy();
        }
        Reference reference =
                translation.resources().add(translation.key("RelatedPerson", references.size() + 1), person);
        byName.put(name, person);
        references.put(name.isEmpty() ? "#" + references.size() : name, reference);
        return reference.copy();
    }

    /** Table 0063; a code of the sender's own stays what it is. */
    public static List<CodeableConcept> relationship(Fields segment, int field) {
        return segment.concepts(field, CodeTables.v2("0063")).stream()
                .map(concept -> CodeTables.RELATIONSHIP
                        .concept(concept.getCodingFirstRep().getCode() + "")
                        .orElse(concept))
                .toList();
    }

    private static String name(HumanName name) {
        return name.isEmpty() ? "" : (name.getFamily() + "|" + name.getGivenAsSingleString()).toLowerCase(Locale.ROOT);
    }

    private static void merge(RelatedPerson known, RelatedPerson more) {
        more.getIdentifier().forEach(known::addIdentifier);
        more.getRelationship().stream()
                .filter(relationship -> known.getRelationship().stream().noneMatch(relationship::equalsDeep))
                .forEach(known::addRelationship);
        more.getTelecom().stream()
                .filter(telecom -> known.getTelecom().stream().noneMatch(telecom::equalsDeep))
                .forEach(known::addTelecom);
        more.getAddress().stream()
                .filter(address -> known.getAddress().stream().noneMatch(address::equalsDeep))
                .forEach(known::addAddress);
        if (!known.hasBirthDate()) {
            known.setBirthDateElement(more.getBirthDateElement().isEmpty() ? null : more.getBirthDateElement());
        }
        if (!known.hasGender()) {
            known.setGender(more.getGender());
        }
    }
}
