package org.warmhandoff.routes.hl7v2.segment;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.hl7v2.Er7Value;
import org.warmhandoff.routes.hl7v2.datatype.Fields;

/**
 * One Practitioner a person (XCN; v2-to-FHIR: Datatype XCN to Practitioner). Who has no number or no name cannot be told
 * from others and becomes a reference that only says what is known.
 */
public final class Practitioners {

    private final Resources resources;
    private final Set<String> npis = new HashSet<>();

    public Practitioners(Resources resources) {
        this.resources = resources;
    }

    public List<Reference> references(Fields segment, int field) {
        return segment.all(field).stream()
                .map(xcn -> reference(segment, field, xcn))
                .filter(Objects::nonNull)
                .toList();
    }

    @Nullable
    public Reference reference(Fields segment, int field) {
        List<Reference> all = references(segment, field);
        return all.isEmpty() ? null : all.get(0);
    }

    private @Nullable Reference reference(Fields segment, int field, Er7Value xcn) {
        Identifier identifier = segment.personId(field, xcn);
        return reference(identifier == null ? List.of() : List.of(identifier), Fields.personName(xcn));
    }

    /** The reference to a person with these numbers and this name; null when there is neither. */
    @Nullable
    public Reference reference(List<Identifier> identifiers, @Nullable HumanName name) {
        Identifier identifier = identifiers.isEmpty() ? null : known(identifiers.get(0));
        if (identifier == null && name == null) {
            return null;
        }
        Reference reference = identifier == null || name == null || !name.hasFamily()
                ? new Reference().setIdentifier(identifier)
                : resources.reference(add(identifiers, identifier, name));
        return name == null ? reference : reference.setDisplay(name.getNameAsSingleString());
    }

    private String add(List<Identifier> identifiers, Identifier first, HumanName name) {
        String key = "Practitioner|" + first.getSystem() + "|" + first.getValue();
        if (resources.find(key, Practitioner.class).isEmpty()) {
            Practitioner practitioner = new Practitioner().setActive(true).addName(name);
            identifiers.forEach(practitioner::addIdentifier);
            resources.add(key, practitioner);
        }
        return key;
    }

    /** A bare number that the message calls an NPI elsewhere is that NPI. */
    private Identifier known(Identifier identifier) {
        if (CodeSystems.NPI.equals(identifier.getSystem())) {
            npis.add(identifier.getValue());
        } else if (!identifier.hasType() && !identifier.hasAssigner() && npis.contains(identifier.getValue())) {
            identifier.setSystem(CodeSystems.NPI);
        }
        return identifier;
    }

    /** The Practitioner behind a reference that {@link #reference} gave, if it gave a literal one. */
    @Nullable
    public Practitioner find(List<Identifier> identifiers) {
        if (identifiers.isEmpty()) {
            return null;
        }
        Identifier first = identifiers.get(0);
        String key = "Practitioner|" + first.getSystem() + "|" + first.getValue();
        return resources.find(key, Practitioner.class).orElse(null);
    }
}
