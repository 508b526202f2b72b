package org.warmhandoff.routes.court;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.Canonical;

/**
 * Counts the facts of a court report from FHIR resources. Takes codes, dates and counts only: no narrative, diagnosis,
 * name or other person can get from a resource into a report.
 */
public final class CourtReportBuilder {

    private static final String COURT_NUMBER = Canonical.structureDefinition("court-participant-id");

    private final ZoneId zone;

    /** @param zone of the programme: decides on which day a session was */
    public CourtReportBuilder(ZoneId zone) {
        this.zone = zone;
    }

    /** @throws IllegalArgumentException when the referral is not of a case of that court */
    public CourtReport build(CourtReportRequest request, CourtReportSource source) {
        return new CourtReport(
                request.messageId(),
                request.type(),
                reportedCase(request, source),
                participant(source.patient()),
                content(request, source),
                request.authority(),
                request.createdAt());
    }

    private static ReportedCase reportedCase(CourtReportRequest request, CourtReportSource source) {
        CourtCase courtCase = CourtCase.of(source.referral())
                .orElseThrow(() -> new IllegalArgumentException("The referral has no court-case with a docket"));
        String court = request.court().id();
        if (courtCase.court() != null && !court.equalsIgnoreCase(courtCase.court())) {
            throw new IllegalArgumentException("The referral is of a case of another court than " + court);
        }
        return new ReportedCase(court, request.court().name(), courtCase.docket());
    }

    private Participant participant(Patient patient) {
        Extension number = patient.getExtensionByUrl(COURT_NUMBER);
        String courtId =
                number != null && number.getValue() instanceof Identifier identifier ? identifier.getValue() : null;
        return new Participant(courtId, FhirDates.day(patient.getBirthDateElement(), zone));
    }

    private ReportContent content(CourtReportRequest request, CourtReportSource source) {
        String patientId = source.patient().getIdElement().getIdPart();
        LocalDate enrolledOn = enrolledOn(source.episode());
        ReportingPeriod period = request.period() == null ? sinceEnrolment(request, enrolledOn) : request.period();
        AttendanceSummary attendance = AttendanceSummary.of(source.encounters(), patientId, period, zone);
        List<DrugTest> tests = DrugTests.of(source.observations(), patientId, period, zone);
        return new ReportContent(
                enrolledOn,
                period,
                request.statement().phase(),
                level(source, patientId),
                attendance,
                tests,
                new Conclusion(
                        Compliance.of(attendance, tests).orElse(null),
                        request.statement().recommendation()),
                request.statement().outcome());
    }

    private @Nullable LocalDate enrolledOn(@Nullable EpisodeOfCare episode) {
        return episode == null ? null : FhirDates.day(episode.getPeriod().getStartElement(), zone);
    }

    private ReportingPeriod sinceEnrolment(CourtReportRequest request, @Nullable LocalDate enrolledOn) {
        LocalDate today = request.createdAt().atZone(zone).toLocalDate();
        return new ReportingPeriod(enrolledOn == null || enrolledOn.isAfter(today) ? today : enrolledOn, today);
    }

    /** The episode knows the level; the edition may stand on the latest ASAM assessment that found the same level. */
    private @Nullable LevelOfCare level(CourtReportSource source, String patientId) {
        Optional<LevelOfCare> ofEpisode = Optional.ofNullable(source.episode()).flatMap(LevelOfCare::of);
        if (ofEpisode.isEmpty() || ofEpisode.get().edition() != null) {
            return ofEpisode.orElse(null);
        }
        return source.observations().stream()
                .filter(observation -> PatientScope.isAbout(observation.getSubject(), patientId))
                .sorted(Comparator.comparing(CourtReportBuilder::effective).reversed())
                .flatMap(observation -> LevelOfCare.of(observation).stream())
                .filter(level -> level.code().equals(ofEpisode.get().code()))
                .findFirst()
                .or(() -> ofEpisode)
                .orElse(null);
    }

    private static String effective(Observation observation) {
        return observation.hasEffectiveDateTimeType()
                ? observation.getEffectiveDateTimeType().getValueAsString()
                : "";
    }
}
