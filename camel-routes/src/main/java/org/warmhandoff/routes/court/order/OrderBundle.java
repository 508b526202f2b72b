package org.warmhandoff.routes.court.order;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.hl7v2.datatype.Assigners;
import org.warmhandoff.routes.intake.NameUuid;
import org.warmhandoff.routes.partner.Partner;

/** The resources of one message, each under a {@code urn:uuid} made of the court, the order and what it is. */
final class OrderBundle {

    private final Bundle bundle = new Bundle().setType(BundleType.COLLECTION);
    private final CourtOrder order;
    private final Partner court;
    private final Partner program;
    private final Assigners assigners;

    OrderBundle(CourtOrder order, Partner court, Partner program) {
        this.order = order;
        this.court = court;
        this.program = program;
        this.assigners = new Assigners(court.id());
    }

    CourtOrder order() {
        return order;
    }

    Partner court() {
        return court;
    }

    Partner program() {
        return program;
    }

    Bundle toBundle() {
        return bundle;
    }

    /** @param key names it among the resources of this order */
    Reference add(String key, Resource resource) {
        String url = "urn:uuid:"
                + NameUuid.of(court.id() + "|court|" + order.numbers().order() + "|" + key);
        bundle.addEntry().setFullUrl(url).setResource(resource);
        return new Reference(url);
    }

    /** A number of the court's, such as a docket or a participant. */
    Identifier number(String kind, String value) {
        return new Identifier().setSystem(assigners.local(kind)).setValue(value);
    }

    Identifier placer() {
        String kind = order.numbers().order().equals(order.numbers().docket()) ? "docket" : "order";
        return number(kind, order.numbers().order())
                .setType(new CodeableConcept(new Coding(CodeSystems.V2_IDENTIFIER_TYPE, "PLAC", null)));
    }

    /** A logical reference; the server adds the literal one. */
    static Reference to(Partner partner) {
        return new Reference()
                .setIdentifier(new Identifier().setSystem(Canonical.PARTNER).setValue(partner.id()))
                .setDisplay(partner.name());
    }
}
