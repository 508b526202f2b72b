package org.warmhandoff.routes.hl7v2.feed;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Location.LocationMode;
import org.hl7.fhir.r4.model.Location.LocationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Fields;
import org.warmhandoff.routes.hl7v2.segment.NteMapper;
import org.warmhandoff.routes.hl7v2.segment.Translation;
import org.warmhandoff.routes.intake.ClinicalMessage;

/** SIU^S12 to S15 and S26 (v2-to-FHIR: Message SIU_S12, Segments SCH, AIS, AIL and AIP to Appointment). */
final class AppointmentFeed {

    private final Feed feed;

    AppointmentFeed(Feed feed) {
        this.feed = feed;
    }

    ClinicalMessage translate() {
        Reference patient = feed.patient();
        Fields sch = feed.first("SCH");
        Appointment appointment = new Appointment().setStatus(status(sch));
        addNumbers(sch, appointment);
        appointment.setAppointmentType(sch.concept(8, CodeTables.v2("0276")));
        sch.concepts(7, CodeTables.v2("0276")).forEach(appointment::addReasonCode);
        // R4 spells no-show in app-4 as its code is not, so a missed one cannot have a reason.
        if (appointment.getStatus() == AppointmentStatus.CANCELLED) {
            appointment.setCancelationReason(sch.concept(6));
        } else {
            sch.skip(6);
        }
        new AppointmentTimes(feed).map(appointment);
        addOrders(sch, appointment);
        addParticipant(appointment, patient.copy());
        addServices(appointment);
        appointment.setComment(comment());
        skipResources(sch);
        feed.resources().add(feed.translation().key("Appointment", 1), appointment);
        return new ClinicalMessage.Scheduled(feed.content());
    }

    /** What happened says more than the status field, which many senders leave at Booked. */
    private AppointmentStatus status(Fields sch) {
        AppointmentStatus status =
                sch.coded(25, code -> CodeTables.APPOINTMENT_STATUS.code(code).map(AppointmentStatus::fromCode));
        return CodeTables.APPOINTMENT_EVENT
                .code(feed.event())
                .map(AppointmentStatus::fromCode)
                .orElse(status == null ? AppointmentStatus.BOOKED : status);
    }

    /** SCH-1 and 2; before v2.4 often the same number in both. */
    private static void addNumbers(Fields sch, Appointment appointment) {
        addNumber(sch.entity(1), "PLAC", appointment);
        addNumber(sch.entity(2), "FILL", appointment);
    }

    private static void addNumber(@Nullable Identifier number, String type, Appointment appointment) {
        if (number != null) {
            appointment.addIdentifier(
                    number.setType(CodeTables.IDENTIFIER_TYPE.concept(type).orElseThrow()));
        }
    }

    /** SCH-26 and 27: the numbers of the order; whose request it is, the server knows. */
    private static void addOrders(Fields sch, Appointment appointment) {
        for (int field : new int[] {26, 27}) {
            Identifier number = sch.entity(field);
            if (number != null) {
                String type = field == 26 ? "PLAC" : "FILL";
                appointment.addBasedOn(new Reference()
                        .setType("ServiceRequest")
                        .setIdentifier(number.setType(
                                CodeTables.IDENTIFIER_TYPE.concept(type).orElseThrow())));
            }
        }
    }

    /** AIS-3, AIL-3, AIP-3 and SCH-16. */
    private void addServices(Appointment appointment) {
        for (Fields ais : feed.segments().all("AIS")) {
            ais.skip(1, 2, 4, 5, 6, 7, 8, 9, 10);
            Optional.ofNullable(ais.concept(3)).ifPresent(appointment::addServiceType);
        }
        for (Fields ail : feed.segments().all("AIL")) {
            ail.skip(1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12);
            addLocation(ail, appointment);
        }
        for (Fields aip : feed.segments().all("AIP")) {
            aip.skip(1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12);
            people(aip, 3).forEach(person -> addParticipant(appointment, person));
        }
        if (feed.segments().all("AIP").isEmpty()) {
            people(feed.first("SCH"), 16).forEach(person -> addParticipant(appointment, person));
        }
        feed.first("SCH").skip(16);
    }

    private List<Reference> people(Fields segment, int field) {
        return feed.translation().practitioners().references(segment, field);
    }

    private void addLocation(Fields ail, Appointment appointment) {
        String name = ail.wholeText(3);
        if (!name.isEmpty()) {
            Location location = new Location()
                    .setStatus(LocationStatus.ACTIVE)
                    .setMode(LocationMode.INSTANCE)
                    .setName(name)
                    .setManagingOrganization(Translation.to(feed.translation().sender()));
            addParticipant(appointment, feed.resources().add("Location|" + name, location));
        }
    }

    private static void addParticipant(Appointment appointment, Reference actor) {
        appointment.addParticipant().setActor(actor).setStatus(ParticipationStatus.ACCEPTED);
    }

    /** All NTE in one comment, as Appointment has one. */
    private @Nullable String comment() {
        List<String> texts = NteMapper.map(feed.segments().notes).stream()
                .map(Annotation::getText)
                .toList();
        return texts.isEmpty() ? null : String.join("\n", texts);
    }

    /** Who booked and where to call them, equipment, and the visit in passing: kept in the message alone. */
    private void skipResources(Fields sch) {
        sch.skip(3, 4, 5, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22);
        feed.first("RGS").skip(1, 2, 3);
    }

    static @Nullable Date later(@Nullable Date start, long minutes) {
        return start == null ? null : new Date(start.getTime() + minutes * 60_000);
    }
}
