package org.warmhandoff.server.court;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.court.CourtCase;

/**
 * Notes, in the transaction of the write, that the records of a court's participant changed. One statement that finds
 * nothing is all it costs for everybody else.
 */
@Interceptor
@Component
public class CourtWatch {

    private static final String NOTE =
            """
            insert into warmhandoff.court_watch (task_id, due_at)
            select c.task_id, :due
              from warmhandoff.referral r join warmhandoff.court_case c using (task_id)
             where r.patient_id = :patient and r.state in ('admitted', 'discharge-pending')
             order by 1
            on conflict (task_id) do nothing
            """;

    /** A row that another transaction holds is one that a look at these records has taken: it must not be missed. */
    private static final String DUE =
            """
            delete from warmhandoff.court_watch
             where task_id = (select task_id from warmhandoff.court_watch where due_at <= :now
                               order by due_at limit 1 for update skip locked)
            returning task_id
            """;

    private final JdbcClient jdbc;
    private final CourtCases cases;
    private final CourtProperties properties;
    private final Clock clock;

    CourtWatch(JdbcClient jdbc, CourtCases cases, CourtProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.properties = properties;
        this.clock = clock;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        written(resource);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        written(after);
    }

    private void written(IBaseResource resource) {
        if (resource instanceof ServiceRequest request) {
            CourtCase.of(request)
                    .ifPresent(found -> cases.hearing(request.getIdElement().getIdPart(), found.hearing()));
        } else {
            subjects(resource).stream()
                    .map(Reference::getReferenceElement)
                    .filter(id -> "Patient".equals(id.getResourceType()))
                    .forEach(id -> note(id.getIdPart()));
        }
    }

    private static List<Reference> subjects(IBaseResource resource) {
        if (resource instanceof Encounter encounter) {
            return List.of(encounter.getSubject());
        } else if (resource instanceof Observation observation) {
            return List.of(observation.getSubject());
        } else if (resource instanceof EpisodeOfCare episode) {
            return List.of(episode.getPatient());
        }
        return resource instanceof Appointment appointment
                ? appointment.getParticipant().stream()
                        .flatMap(participant -> Stream.of(participant.getActor()))
                        .toList()
                : List.of();
    }

    private void note(String patient) {
        jdbc.sql(NOTE)
                .param("patient", patient)
                .param("due", utc(clock.instant().plus(properties.noticeDelay())))
                .update();
    }

    /** Takes one case to look at, in the caller's transaction; null when none is due. */
    @Nullable
    String take() {
        return jdbc.sql(DUE)
                .param("now", utc(clock.instant()))
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
