package org.warmhandoff.server.referral.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.ccda.ConsultationNote;
import org.warmhandoff.routes.ccda.ConsultationNoteWriter;
import org.warmhandoff.routes.ccda.xdm.XdmPart;
import org.warmhandoff.routes.ccda.xdm.XdmSubmission;
import org.warmhandoff.routes.ccda.xdm.XdmWriter;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.MessageIds;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.state.ReferralTask;

/**
 * Writes a C-CDA Consultation Note for a requester, from the very document that brought its referral, and what goes with it
 * to one that ordered by a package.
 */
@Component
class ConsultationReplies {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    /** States that a note says something about: treatment has begun, or is over. */
    private static final Set<BusinessStatus> REPORTED = EnumSet.of(
            BusinessStatus.ADMITTED,
            BusinessStatus.DISCHARGE_PENDING,
            BusinessStatus.CLOSED_COMPLETED,
            BusinessStatus.CLOSED_TRANSFERRED,
            BusinessStatus.CLOSED_LEFT);

    private final OriginalMessages originals;
    private final ReferralReplies messages;
    private final Courses courses;
    private final PartnerDirectory partners;
    private final ConsultationNoteWriter writer;

    ConsultationReplies(
            OriginalMessages originals,
            ReferralReplies messages,
            Courses courses,
            PartnerDirectory partners,
            ConsultationNoteWriter writer) {
        this.originals = originals;
        this.messages = messages;
        this.courses = courses;
        this.partners = partners;
        this.writer = writer;
    }

    OutboundMessage write(Delivery delivery, ReferralRecord referral, Partner requester, DisclosableStatus.Told told) {
        ConsultationNote note = note(delivery, referral, requester, told);
        if (requester.endpoint() instanceof PartnerEndpoint.Direct direct) {
            return packed(note, parts(delivery, referral, told, note), direct.address());
        }
        String messageId = note.id().toString();
        String file =
                requester.id() + "_referral-status_" + TIME.format(delivery.createdAt()) + "_" + messageId + ".xml";
        return new OutboundMessage(requester, messageId, "application/hl7-cda+xml", file, writer.write(note));
    }

    /** News of an appointment, for who ordered by a package. */
    OutboundMessage appointment(Delivery delivery, ConsentedNotice.Told told, XdmPart siu) {
        Partner requester = told.receiver();
        ConsultationNote about = note(
                delivery,
                told.referral(),
                requester,
                new DisclosableStatus.Told(BusinessStatus.INTAKE_SCHEDULED, told.task(), told.disclosure()));
        String address = requester.endpoint() instanceof PartnerEndpoint.Direct direct ? direct.address() : "";
        return packed(about, List.of(siu), address);
    }

    /** An order is answered by its status, and by a note where there is something to report (IHE PCC 360X). */
    private List<XdmPart> parts(
            Delivery delivery, ReferralRecord referral, DisclosableStatus.Told told, ConsultationNote note) {
        XdmPart document = ConsultationNoteWriter.part(writer.write(note));
        if (!referral.orderedInPackage()) {
            return List.of(document);
        }
        String controlId = note.id().toString().replace("-", "").substring(0, 20);
        byte[] status =
                messages.write(controlId, delivery.createdAt(), referral, told).getBytes(UTF_8);
        XdmPart order = XdmPart.er7("OSU", "O51", status);
        return REPORTED.contains(note.status()) ? List.of(order, document) : List.of(order);
    }

    private ConsultationNote note(
            Delivery delivery, ReferralRecord referral, Partner requester, DisclosableStatus.Told what) {
        BusinessStatus told = what.status();
        Task task = what.task();
        ConsultationNote.Course course = REPORTED.contains(told) ? courses.of(task, what.disclosure()) : null;
        boolean refused = told.rf1() == BusinessStatus.Rf1.R;
        return new ConsultationNote(
                UUID.fromString(MessageIds.of(delivery)),
                delivery.createdAt(),
                new ConsultationNote.Referral(
                        placer(task, referral),
                        referral.ids().task(),
                        requester,
                        partners.byId(referral.owner()).orElse(requester),
                        originals.patient(referral).orElseGet(Patient::new)),
                told,
                refused ? task.getStatusReason().getCodingFirstRep().getCode() : null,
                course,
                what.disclosure().carriage());
    }

    private static OutboundMessage packed(ConsultationNote note, List<XdmPart> parts, String address) {
        Partner requester = note.referral().requester();
        byte[] archive = XdmWriter.write(
                ConsultationNoteWriter.submission(note, new XdmSubmission.Recipient(requester.name(), address), parts));
        return new OutboundMessage(requester, note.id().toString(), "application/zip", "XDM.ZIP", archive);
    }

    private static Identifier placer(Task task, ReferralRecord referral) {
        return new ReferralTask(task).placer().orElseGet(() -> new Identifier().setValue(referral.placer()));
    }
}
