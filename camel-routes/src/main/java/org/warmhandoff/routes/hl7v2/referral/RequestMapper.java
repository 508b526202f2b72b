package org.warmhandoff.routes.hl7v2.referral;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/** What makes the ServiceRequest: RF1 in a REF message, ORC and OBR in an order. */
interface RequestMapper {

    ServiceRequest map(Reference patient);

    /** The placer's and the filler's number. */
    List<Identifier> identifiers();

    @Nullable
    DateTimeType authored();

    /** The reason in words; empty when there are none. */
    String reasonText();

    /** Why the referral is cancelled; null when nothing is said. */
    @Nullable
    CodeableConcept cancelReason();

    void noteMissingReason();
}
