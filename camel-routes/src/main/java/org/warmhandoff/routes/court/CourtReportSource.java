package org.warmhandoff.routes.court;

import java.util.List;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/**
 * The resources a report is made from; more than belongs in it may be handed over and is left out.
 *
 * @param episode null before admission
 * @param observations drug tests and ASAM assessments
 */
public record CourtReportSource(
        ServiceRequest referral,
        Patient patient,
        @Nullable EpisodeOfCare episode,
        List<Encounter> encounters,
        List<Observation> observations) {

    public CourtReportSource {
        encounters = List.copyOf(encounters);
        observations = List.copyOf(observations);
    }
}
