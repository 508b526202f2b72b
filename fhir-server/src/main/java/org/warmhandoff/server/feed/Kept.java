package org.warmhandoff.server.feed;

import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.server.storage.ResourceParts;

/** What stays of a record when a later message, which need not repeat everything, is the news of it. Pure. */
final class Kept {

    private Kept() {}

    static void of(Resource before, Resource after) {
        if (before instanceof Appointment old && after instanceof Appointment news) {
            appointment(old, news);
        } else if (before instanceof Encounter old && after instanceof Encounter news) {
            encounter(old, news);
        }
    }

    /** A missed appointment of which nothing else is known has no time, which FHIR allows a cancelled one only. */
    static void complete(Resource resource) {
        if (resource instanceof Appointment appointment
                && appointment.getStatus() == AppointmentStatus.NOSHOW
                && !appointment.hasStart()) {
            appointment.setStatus(AppointmentStatus.CANCELLED);
        }
    }

    private static void appointment(Appointment old, Appointment news) {
        if (!news.hasStart()) {
            news.setStartElement(old.getStartElement().copy());
            news.setEndElement(old.getEndElement().copy());
            if (news.getStatus() == AppointmentStatus.PROPOSED && old.hasStart()) {
                news.setStatus(old.getStatus());
            }
        }
        if (!news.hasServiceType()) {
            news.setServiceType(old.copy().getServiceType());
        }
        if (!news.hasBasedOn()) {
            news.setBasedOn(old.copy().getBasedOn());
        }
        if (!news.hasSlot()) {
            news.setSlot(old.copy().getSlot());
        }
        if (news.getParticipant().size() < old.getParticipant().size()) {
            news.setParticipant(old.copy().getParticipant());
        }
        if (!news.hasComment()) {
            news.setComment(old.getComment());
        }
        addMissing(news.getIdentifier(), old.copy().getIdentifier());
    }

    private static void encounter(Encounter old, Encounter news) {
        if (!news.hasDiagnosis()) {
            news.setDiagnosis(old.copy().getDiagnosis());
        }
        if (!news.hasParticipant()) {
            news.setParticipant(old.copy().getParticipant());
        }
        if (!news.hasLocation()) {
            news.setLocation(old.copy().getLocation());
        }
        if (!news.hasHospitalization()) {
            news.setHospitalization(old.copy().getHospitalization());
        }
        if (!news.getPeriod().hasStart() && old.getPeriod().hasStart()) {
            news.getPeriod().setStartElement(old.getPeriod().getStartElement().copy());
        }
        addMissing(news.getIdentifier(), old.copy().getIdentifier());
    }

    private static void addMissing(List<Identifier> identifiers, List<Identifier> known) {
        known.stream()
                .filter(identifier -> !identifier.hasSystem()
                        || identifiers.stream()
                                .filter(Identifier::hasSystem)
                                .noneMatch(other -> ResourceParts.same(identifier, other)))
                .toList()
                .forEach(identifiers::add);
    }
}
