package org.warmhandoff.routes.hl7v2.segment;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Fields;
import org.warmhandoff.routes.hl7v2.segment.MessageSegments.Contacted;
import org.warmhandoff.routes.partner.Partner;

/** PRD to PractitionerRole, Practitioner and Organization; a map of our own, the guide has none. */
public final class PrdMapper {

    private final Translation translation;

    public PrdMapper(Translation translation) {
        this.translation = translation;
    }

    /** The provider as a person in a role; null when the segment names no person. */
    @Nullable
    public Reference map(Contacted provider, int ordinal) {
        Fields prd = provider.segment();
        prd.skip(1, 6);
        List<Identifier> numbers = prd.providerNumbers(7);
        List<HumanName> names = prd.names(2);
        Reference person = names.isEmpty() ? null : translation.practitioners().reference(numbers, names.get(0));
        if (person == null) {
            return null;
        }
        complete(prd, translation.practitioners().find(numbers));
        PractitionerRole role = role(prd, person);
        role.setOrganization(organization(provider, ordinal));
        boolean reachable = role.hasTelecom() && person.hasReference();
        return reachable ? add(role, ordinal).setDisplay(person.getDisplay()) : person;
    }

    private Reference add(PractitionerRole role, int ordinal) {
        return translation.resources().add(translation.key("PractitionerRole", ordinal), role);
    }

    private static void complete(Fields prd, @Nullable Practitioner practitioner) {
        if (practitioner != null && !practitioner.hasAddress()) {
            practitioner.setAddress(new ArrayList<>(prd.addresses(3)));
        }
    }

    private static PractitionerRole role(Fields prd, Reference person) {
        PractitionerRole role = new PractitionerRole().setActive(true).setPractitioner(person);
        role.setCode(new ArrayList<>(prd.concepts(1, CodeTables.v2("0286"))));
        prd.telecoms(5, ContactPointUse.WORK).forEach(role::addTelecom);
        role.setPeriod(prd.period(8, 9));
        return role;
    }

    /** PRD-10 (v2.6 and later) or the facility of PRD-4; without a name the partner itself. */
    private @Nullable Reference organization(Contacted provider, int ordinal) {
        Fields prd = provider.segment();
        String name = prd.has(10) ? prd.text(10) : prd.text(4, 4);
        if (name.isEmpty()) {
            if (!provider.contacts().isEmpty()) {
                translation.conversion().notes().add("CTD of a provider without organization not mapped");
            }
            return partner(prd);
        }
        Organization organization = new Organization().setActive(true).setName(name);
        organization.setAddress(new ArrayList<>(prd.addresses(11)));
        prd.telecoms(13, ContactPointUse.WORK).forEach(organization::addTelecom);
        CtdMapper.map(provider.contacts(), organization);
        return translation
                .resources()
                .add(translation.key("ProviderOrganization", ordinal), organization)
                .setDisplay(name);
    }

    private @Nullable Reference partner(Fields prd) {
        Partner partner =
                switch (prd.text(1)) {
                    case "RP" -> translation.sender();
                    case "RT" -> translation.receiver();
                    default -> null;
                };
        return partner == null ? null : Translation.to(partner);
    }
}
