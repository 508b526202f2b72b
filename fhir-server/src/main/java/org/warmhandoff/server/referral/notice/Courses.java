package org.warmhandoff.server.referral.notice;

import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.ccda.ConsultationNote;
import org.warmhandoff.server.outgoing.Disclosure;
import org.warmhandoff.server.storage.ResourceStore;

/** Looks up from when to when a referral led to treatment. */
@Component
class Courses {

    private final ResourceStore store;

    Courses(ResourceStore store) {
        this.store = store;
    }

    /** Null when no episode is known, or none that may be shown. */
    ConsultationNote.@Nullable Course of(Task task, Disclosure disclosure) {
        return task.getOutput().stream()
                .map(Task.TaskOutputComponent::getValue)
                .filter(Reference.class::isInstance)
                .map(value -> ((Reference) value).getReferenceElement())
                .filter(id -> "EpisodeOfCare".equals(id.getResourceType()))
                .findFirst()
                .flatMap(id -> store.read(EpisodeOfCare.class, id.getIdPart()))
                .flatMap(disclosure::show)
                .map(episode -> course(episode.getPeriod()))
                .orElse(null);
    }

    private static ConsultationNote.Course course(Period period) {
        return new ConsultationNote.Course(
                period.hasStart() ? period.getStartElement().getValueAsString() : "",
                period.hasEnd() ? period.getEndElement().getValueAsString() : "");
    }
}
