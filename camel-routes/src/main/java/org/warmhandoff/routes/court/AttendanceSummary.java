package org.warmhandoff.routes.court;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Encounter;

/**
 * Attendance in a reporting period, counted from the client's own attendance Encounters.
 *
 * @param scheduled sessions that took place; what the programme cancelled is not counted
 * @param attended present, late, left early or present by telehealth
 * @param late of those attended, the ones joined late
 * @param minutes minutes attended, not minutes scheduled: what counts towards the hours that a court or payer asks for
 */
public record AttendanceSummary(int scheduled, int attended, int late, int excused, int unexcused, int minutes) {

    /** Nothing was scheduled. */
    static final AttendanceSummary NONE = new AttendanceSummary(0, 0, 0, 0, 0, 0);

    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

    /**
     * Counts the Encounters of one patient that began within the period. Group-session Encounters (their subject is a
     * Group), other people's and those not yet over are left out, and none is counted twice.
     */
    public static AttendanceSummary of(
            Collection<Encounter> encounters, String patientId, ReportingPeriod period, ZoneId zone) {
        Set<String> seen = new HashSet<>();
        List<AttendedSession> sessions = encounters.stream()
                .filter(e -> PatientScope.isAbout(e.getSubject(), patientId))
                .flatMap(e -> AttendedSession.of(e, zone).stream())
                .filter(s -> period.contains(s.day()))
                .filter(s -> s.id() == null || seen.add(s.id()))
                .toList();
        return new AttendanceSummary(
                sessions.size(),
                count(sessions, Attendance::attended),
                count(sessions, a -> a == Attendance.LATE),
                count(sessions, a -> a == Attendance.ABSENT_EXCUSED),
                count(sessions, a -> a == Attendance.ABSENT_UNEXCUSED),
                sessions.stream().mapToInt(AttendedSession::minutes).sum());
    }

    /** Hours attended, to one decimal, rounded down: never more than was attended. */
    public BigDecimal hours() {
        return BigDecimal.valueOf(minutes).divide(MINUTES_PER_HOUR, 1, RoundingMode.DOWN);
    }

    private static int count(List<AttendedSession> sessions, Predicate<Attendance> which) {
        return (int)
                sessions.stream().map(AttendedSession::attendance).filter(which).count();
    }
}
