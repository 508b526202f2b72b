package org.warmhandoff.routes.ccda;

import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.Notes;
import org.warmhandoff.routes.hl7v2.segment.Resources;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.xml.XmlElement;

/**
 * What the mappers of one document share.
 *
 * @param parties who sends it to whom, under which number
 * @param localSystem the system of what only the sender knows
 * @param notes what was dropped or assumed, without content
 */
record Reading(
        Parties parties,
        String localSystem,
        Concepts concepts,
        Times times,
        SocialSecurityNumbers ssn,
        Resources resources,
        Notes notes) {

    /** @param placer the sender's referral number; scopes the keys of what has no number of its own */
    record Parties(PartnerIds directory, Partner sender, Partner receiver, Identifier placer) {}

    /** The key of the nth resource of a kind in this referral. */
    String key(String kind, int ordinal) {
        return kind + "|" + parties.placer().getValue() + "|" + ordinal;
    }

    Reference patient() {
        return resources.reference(key("Patient", 1));
    }

    List<Identifier> identifiers(XmlElement owner) {
        return owner.children("id")
                .map(id -> Ii.of(id).identifier(localSystem))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    @Nullable
    CodeableConcept concept(XmlElement value, Narrative narrative) {
        return concepts.of(value, narrative);
    }
}
