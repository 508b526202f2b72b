package org.warmhandoff.routes.ccda;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.xml.XmlElement;

/**
 * One Practitioner a person (assignedAuthor, assignedEntity, intendedRecipient). Who has no number or no family name cannot
 * be told from others and becomes a reference that only says what is known.
 */
final class People {

    private final Reading reading;

    People(Reading reading) {
        this.reading = reading;
    }

    /**
     * @param assigned has the ids, telecoms and addresses
     * @param person has the name
     */
    @Nullable
    Reference reference(XmlElement assigned, XmlElement person) {
        List<Identifier> identifiers = reading.identifiers(assigned);
        HumanName name = Demographics.names(person).stream().findFirst().orElse(null);
        if (identifiers.isEmpty() && name == null) {
            return null;
        }
        Reference reference = identifiers.isEmpty() || name == null || !name.hasFamily()
                ? bare(identifiers)
                : reading.resources().reference(add(assigned, identifiers, name));
        return name == null ? reference : reference.setDisplay(display(name));
    }

    private static Reference bare(List<Identifier> identifiers) {
        return identifiers.isEmpty() ? new Reference() : new Reference().setIdentifier(identifiers.get(0));
    }

    private static String display(HumanName name) {
        return name.hasText() ? name.getText() : name.getNameAsSingleString();
    }

    private String add(XmlElement assigned, List<Identifier> identifiers, HumanName name) {
        Identifier first = identifiers.get(0);
        String key = "Practitioner|" + first.getSystem() + "|" + first.getValue();
        if (reading.resources().find(key, Practitioner.class).isEmpty()) {
            Practitioner practitioner = new Practitioner().setActive(true).addName(name);
            identifiers.forEach(practitioner::addIdentifier);
            practitioner.setTelecom(new ArrayList<>(Demographics.telecoms(assigned)));
            practitioner.setAddress(new ArrayList<>(Demographics.addresses(assigned)));
            reading.resources().add(key, practitioner);
        }
        return key;
    }

    /** The person in a role at an organization; the person alone when nothing more is known. */
    Reference role(XmlElement assigned, Reference person, @Nullable Reference organization, String key) {
        PractitionerRole role = new PractitionerRole().setActive(true).setPractitioner(person.copy());
        role.setTelecom(new ArrayList<>(Demographics.telecoms(assigned)));
        if (organization == null || !person.hasReference() || !role.hasTelecom()) {
            return person;
        }
        role.setOrganization(organization.copy());
        var code = reading.concept(assigned.at("code"), Narrative.NONE);
        if (code != null) {
            role.addCode(code);
        }
        return reading.resources().add(key, role).setDisplay(person.getDisplay());
    }
}
