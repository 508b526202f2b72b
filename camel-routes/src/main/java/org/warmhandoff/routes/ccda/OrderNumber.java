package org.warmhandoff.routes.ccda;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.warmhandoff.routes.ccda.xdm.XdmDocument;
import org.warmhandoff.routes.intake.ReferralMessage;

/** The number of an ordered referral: ORC-2, with the assigner that the metadata name where the order names none. */
final class OrderNumber {

    private OrderNumber() {}

    /** Completes it wherever it stands, so that answers name it as the requester does. */
    static Identifier complete(ReferralMessage order, XdmDocument.ReferralId said, String local) {
        Ii assigner = Ii.ofRoot(said.assigner());
        List<Identifier> numbers = order.resources().getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .flatMap(resource -> resource instanceof ServiceRequest request
                        ? request.getIdentifier().stream()
                        : resource instanceof Task task ? task.getIdentifier().stream() : Stream.empty())
                .filter(number -> order.placer().equals(number.getValue()))
                .filter(number ->
                        "PLAC".equals(number.getType().getCodingFirstRep().getCode()))
                .toList();
        if (!assigner.isEmpty()) {
            numbers.stream()
                    .filter(number -> !number.hasSystem() || number.getSystem().equals(local))
                    .forEach(number -> number.setSystem(assigner.system()));
        }
        return numbers.stream()
                .findFirst()
                .map(Identifier::copy)
                .orElseGet(() ->
                        ReferralNumber.placer(new Identifier().setSystem(local).setValue(order.placer())));
    }
}
