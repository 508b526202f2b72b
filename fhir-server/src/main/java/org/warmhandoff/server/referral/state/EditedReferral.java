package org.warmhandoff.server.referral.state;

import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** Task and ServiceRequest after a move, to be stored together. */
public record EditedReferral(Task task, ServiceRequest request) {}
