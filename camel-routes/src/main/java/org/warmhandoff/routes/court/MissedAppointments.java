package org.warmhandoff.routes.court;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;

/**
 * Appointments to which the client did not come, as the absences that they are, where no Encounter says so: a scheduler
 * knows of them and the group's attendance sheet does not. Pure.
 */
public final class MissedAppointments {

    private static final String ATTENDANCE = Canonical.structureDefinition("iop-attendance");

    private MissedAppointments() {}

    public static List<Encounter> asEncounters(
            Collection<Appointment> appointments, Collection<Encounter> known, String patientId) {
        Set<String> told = known.stream()
                .flatMap(encounter -> encounter.getAppointment().stream())
                .map(reference -> reference.getReferenceElement().getIdPart())
                .collect(Collectors.toSet());
        return appointments.stream()
                .filter(appointment -> appointment.getStatus() == AppointmentStatus.NOSHOW && appointment.hasStart())
                .filter(appointment -> !told.contains(appointment.getIdElement().getIdPart()))
                .filter(appointment -> appointment.getParticipant().stream()
                        .anyMatch(participant -> PatientScope.isAbout(participant.getActor(), patientId)))
                .map(appointment -> absence(appointment, patientId))
                .toList();
    }

    private static Encounter absence(Appointment appointment, String patientId) {
        Encounter absence = new Encounter();
        absence.setId("Encounter/appointment-" + appointment.getIdElement().getIdPart());
        absence.setStatus(EncounterStatus.CANCELLED);
        absence.setSubject(new Reference("Patient/" + patientId));
        absence.setPeriod(new Period().setStart(appointment.getStart()));
        absence.addExtension(
                ATTENDANCE, new CodeableConcept(new Coding(CodeSystems.ATTENDANCE, "absent-unexcused", null)));
        return absence;
    }
}
