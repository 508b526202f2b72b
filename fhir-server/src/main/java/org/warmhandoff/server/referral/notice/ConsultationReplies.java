package org.warmhandoff.server.referral.notice;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.ccda.CcdaReferralReader;
import org.warmhandoff.routes.ccda.ConsultationNote;
import org.warmhandoff.routes.ccda.ConsultationNoteWriter;
import org.warmhandoff.routes.ccda.xdm.XdmSubmission;
import org.warmhandoff.routes.ccda.xdm.XdmWriter;
import org.warmhandoff.routes.court.Part2Notice;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.MessageIds;
import org.warmhandoff.server.inbox.InboxQueue;
import org.warmhandoff.server.inbox.StoredMessage;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.state.ReferralTask;

/** Writes a C-CDA Consultation Note for a requester, from the very document that brought its referral. */
@Component
class ConsultationReplies {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final InboxQueue inbox;
    private final CcdaReferralReader reader;
    private final PartnerDirectory partners;
    private final ConsultationNoteWriter writer;

    ConsultationReplies(
            InboxQueue inbox, CcdaReferralReader reader, PartnerDirectory partners, ConsultationNoteWriter writer) {
        this.inbox = inbox;
        this.reader = reader;
        this.partners = partners;
        this.writer = writer;
    }

    OutboundMessage write(
            Delivery delivery, ReferralRecord referral, Partner requester, Task task, BusinessStatus told) {
        String messageId = MessageIds.of(delivery);
        boolean accepted = told.rf1() == BusinessStatus.Rf1.A;
        boolean refused = told.rf1() == BusinessStatus.Rf1.R;
        ConsultationNote note = new ConsultationNote(
                UUID.fromString(messageId),
                delivery.createdAt(),
                new ConsultationNote.Referral(
                        placer(task, referral),
                        referral.ids().task(),
                        requester,
                        partners.byId(referral.owner()).orElse(requester),
                        patient(referral).orElseGet(Patient::new)),
                told,
                refused ? task.getStatusReason().getCodingFirstRep().getCode() : null,
                // 42 CFR 2.32: what is told on a consent carries the notice.
                accepted ? Part2Notice.longText() : null);
        byte[] document = writer.write(note);
        if (requester.endpoint() instanceof PartnerEndpoint.Direct direct) {
            return packed(note, requester, direct.address(), document);
        }
        String file =
                requester.id() + "_referral-status_" + TIME.format(delivery.createdAt()) + "_" + messageId + ".xml";
        return new OutboundMessage(requester, messageId, "application/hl7-cda+xml", file, document);
    }

    private static OutboundMessage packed(ConsultationNote note, Partner requester, String address, byte[] document) {
        byte[] archive = XdmWriter.write(ConsultationNoteWriter.submission(
                note, new XdmSubmission.Recipient(requester.name(), address), document));
        return new OutboundMessage(requester, note.id().toString(), "application/zip", "XDM.ZIP", archive);
    }

    private static Identifier placer(Task task, ReferralRecord referral) {
        return new ReferralTask(task).placer().orElseGet(() -> new Identifier().setValue(referral.placer()));
    }

    /** As the requester gave it. */
    private Optional<Patient> patient(ReferralRecord referral) {
        return Optional.ofNullable(referral.replyTo().get("inboxId"))
                .flatMap(id -> inbox.load(Long.parseLong(id)))
                .map(StoredMessage::message)
                .filter(message -> message.dialect() == Dialect.CCDA)
                .map(reader::read)
                .filter(ReadReferral.Usable.class::isInstance)
                .flatMap(read -> ((ReadReferral.Usable) read)
                        .message().resources().getEntry().stream()
                                .map(entry -> entry.getResource())
                                .filter(Patient.class::isInstance)
                                .map(Patient.class::cast)
                                .findFirst());
    }
}
