package org.warmhandoff.routes.ccda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.xml.XmlElement;

/** Organizations of a document; one that stands for a partner is the partner. */
final class Organizations {

    private final Reading reading;

    Organizations(Reading reading) {
        this.reading = reading;
    }

    /** Null when it has neither a number nor a name. */
    @Nullable
    Reference reference(XmlElement organization) {
        Optional<Partner> partner = reading.parties().directory().partner(organization.all("id"));
        if (partner.isPresent()) {
            return PartnerIds.to(partner.get());
        }
        List<Identifier> identifiers = reading.identifiers(organization);
        String name = organization.at("name").text();
        if (name.isEmpty()) {
            return identifiers.isEmpty() ? null : new Reference().setIdentifier(identifiers.get(0));
        }
        return add(organization, identifiers, name).setDisplay(name);
    }

    private Reference add(XmlElement source, List<Identifier> identifiers, String name) {
        String key = identifiers.isEmpty()
                ? reading.key("Organization", 1) + "|" + name
                : "Organization|" + identifiers.get(0).getSystem() + "|"
                        + identifiers.get(0).getValue();
        if (reading.resources().find(key, Organization.class).isPresent()) {
            return reading.resources().reference(key);
        }
        Organization organization = new Organization().setActive(true).setName(name);
        identifiers.forEach(organization::addIdentifier);
        organization.setTelecom(new ArrayList<>(Demographics.telecoms(source)));
        organization.setAddress(new ArrayList<>(Demographics.addresses(source)));
        return reading.resources().add(key, organization);
    }
}
