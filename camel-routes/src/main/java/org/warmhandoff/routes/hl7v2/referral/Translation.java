package org.warmhandoff.routes.hl7v2.referral;

import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.hl7v2.datatype.Conversion;
import org.warmhandoff.routes.partner.Partner;

/**
 * What the mappers of one message share.
 *
 * @param placer the sender's referral number; scopes the keys of what has no number of its own
 */
record Translation(
        Partner sender,
        Partner receiver,
        String placer,
        Conversion conversion,
        Resources resources,
        Practitioners practitioners) {

    static Translation of(Partner sender, Partner receiver, String placer, Conversion conversion) {
        Resources resources = new Resources(sender.id());
        return new Translation(sender, receiver, placer, conversion, resources, new Practitioners(resources));
    }

    /** The key of the nth resource of a kind in this referral. */
    String key(String kind, int ordinal) {
        return kind + "|" + placer + "|" + ordinal;
    }

    /** A logical reference; the server adds the literal one. */
    static Reference to(Partner partner) {
        return new Reference()
                .setIdentifier(new Identifier().setSystem(Canonical.PARTNER).setValue(partner.id()))
                .setDisplay(partner.name());
    }
}
