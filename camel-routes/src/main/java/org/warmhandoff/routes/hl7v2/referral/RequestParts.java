package org.warmhandoff.routes.hl7v2.referral;

import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.warmhandoff.routes.hl7v2.segment.Dg1Mapper;
import org.warmhandoff.routes.hl7v2.segment.ObservationMapper;

/** Puts diagnoses among the reasons of a request, and results among what supports it. */
record RequestParts(ServiceRequest request) implements Dg1Mapper.Reasons, ObservationMapper.Top {

    @Override
    public void inWords(CodeableConcept diagnosis) {
        request.addReasonCode(diagnosis);
    }

    @Override
    public void coded(Reference condition) {
        request.addReasonReference(condition);
    }

    @Override
    public void add(Reference reference) {
        request.addSupportingInfo(reference);
    }

    @Override
    public void note(Annotation note) {
        request.addNote(note);
    }
}
