package org.warmhandoff.routes.hl7v2.segment;

import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.hl7v2.datatype.Conversion;
import org.warmhandoff.routes.partner.Partner;

/**
 * What the mappers of one message share.
 *
 * @param scope what the keys of that which has no number of its own belong to: the sender's referral number or the like
 */
public record Translation(
        Partner sender,
        Partner receiver,
        String scope,
        Conversion conversion,
        Resources resources,
        Practitioners practitioners) {

    public static Translation of(Partner sender, Partner receiver, String scope, Conversion conversion) {
        Resources resources = new Resources(sender.id());
        return new Translation(sender, receiver, scope, conversion, resources, new Practitioners(resources));
    }

    /** The key of the nth resource of a kind in this scope. */
    public String key(String kind, int ordinal) {
        return kind + "|" + scope + "|" + ordinal;
    }

    /** A logical reference; the server adds the literal one. */
    public static Reference to(Partner partner) {
        return new Reference()
                .setIdentifier(new Identifier().setSystem(Canonical.PARTNER).setValue(partner.id()))
                .setDisplay(partner.name());
    }
}
