package org.warmhandoff.server.referral.state;

import org.warmhandoff.profiles.Canonical;

/** URLs of the extensions that the workflow keeps on Task and reads from ServiceRequest. */
public final class ReferralExtensions {

    /** On Task, Reference: the person of the owner organization who claimed the referral. */
    public static final String CLAIMED_BY = Canonical.structureDefinition("claimed-by");

    /** On Task, code: the state to go back to when a request for cancellation is refused. */
    public static final String STATUS_BEFORE_CANCELLATION = Canonical.structureDefinition("status-before-cancellation");

    /** On ServiceRequest, CodeableConcept: the ASAM level that the requester asks for. */
    public static final String REQUESTED_ASAM_LEVEL = Canonical.structureDefinition("requested-asam-level");

    private ReferralExtensions() {}
}
