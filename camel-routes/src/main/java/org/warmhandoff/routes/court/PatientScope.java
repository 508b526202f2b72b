package org.warmhandoff.routes.court;

import org.hl7.fhir.r4.model.Reference;

/** Keeps other people's resources out of a report, whatever list it was built from. */
final class PatientScope {

    private PatientScope() {}

    static boolean isAbout(Reference subject, String patientId) {
        return "Patient".equals(subject.getReferenceElement().getResourceType())
                && patientId.equals(subject.getReferenceElement().getIdPart());
    }
}
