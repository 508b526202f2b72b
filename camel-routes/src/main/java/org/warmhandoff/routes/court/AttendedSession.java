package org.warmhandoff.routes.court;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;

/** One session as one client attended it or not. */
record AttendedSession(@Nullable String id, LocalDate day, Attendance attendance, int minutes) {

    private static final String EXTENSION = Canonical.structureDefinition("iop-attendance");

    /** Empty when the Encounter says nothing that may be counted: no attendance, not over, cancelled by us, an error. */
    static Optional<AttendedSession> of(Encounter encounter, ZoneId zone) {
        LocalDate day = FhirDates.day(encounter.getPeriod().getStartElement(), zone);
        Attendance attendance = attendance(encounter);
        if (day == null || attendance == null || !counts(encounter, attendance)) {
            return Optional.empty();
        }
        int minutes = attendance.attended() ? minutes(encounter) : 0;
        return Optional.of(new AttendedSession(encounter.getIdElement().getIdPart(), day, attendance, minutes));
    }

    private static boolean counts(Encounter encounter, Attendance attendance) {
        EncounterStatus status = encounter.getStatus();
        return switch (attendance) {
            case PROGRAMME_CANCELLED -> false;
            case ABSENT_EXCUSED, ABSENT_UNEXCUSED -> status != EncounterStatus.ENTEREDINERROR;
            default -> status == EncounterStatus.FINISHED;
        };
    }

    private static @Nullable Attendance attendance(Encounter encounter) {
        Extension extension = encounter.getExtensionByUrl(EXTENSION);
        if (extension == null || !(extension.getValue() instanceof CodeableConcept concept)) {
            return null;
        }
        return concept.getCoding().stream()
                .filter(coding -> CodeSystems.ATTENDANCE.equals(coding.getSystem()))
                .map(Coding::getCode)
                .flatMap(code -> Attendance.ofCode(code).stream())
                .findFirst()
                .orElse(null);
    }

    /** {@code Encounter.length} leaves out the time absent, so it goes before the period. */
    private static int minutes(Encounter encounter) {
        return lengthInMinutes(encounter.getLength()).orElseGet(() -> periodInMinutes(encounter.getPeriod()));
    }

    private static Optional<Integer> lengthInMinutes(org.hl7.fhir.r4.model.Duration length) {
        BigDecimal value = length.getValue();
        String unit = length.hasCode() ? length.getCode() : "min";
        if (value == null || value.signum() < 0) {
            return Optional.empty();
        }
        return switch (unit) {
            case "min" -> Optional.of(value.intValue());
            case "h" -> Optional.of(value.multiply(BigDecimal.valueOf(60)).intValue());
            default -> Optional.empty();
        };
    }

    private static int periodInMinutes(Period period) {
        if (!period.hasStart() || !period.hasEnd()) {
            return 0;
        }
        Duration attended =
                Duration.between(period.getStart().toInstant(), period.getEnd().toInstant());
        return (int) Math.max(0, attended.toMinutes());
    }
}
