package org.warmhandoff.server.referral.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.court.Part2Notice;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.hl7v2.Er7Segment;
import org.warmhandoff.routes.hl7v2.MessageType;
import org.warmhandoff.routes.hl7v2.referral.AppointmentNotice;
import org.warmhandoff.routes.hl7v2.referral.AppointmentPrinter;
import org.warmhandoff.routes.hl7v2.referral.Hl7v2ReferralReader;
import org.warmhandoff.routes.hl7v2.referral.ReferralReply;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.partner.MllpSender;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.inbox.InboxQueue;
import org.warmhandoff.server.inbox.StoredMessage;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.state.ReferralTask;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * Writes RRI^I12 for a requester, or OSU^O51 where the referral came as an order, from the very message that brought it.
 */
@Component
class ReferralReplies {

    private static final MllpSender US = new MllpSender("WARMHANDOFF", "HUB");

    private final InboxQueue inbox;
    private final Hl7v2ReferralReader reader;
    private final PartnerDirectory partners;
    private final ReferralReply reply;
    private final ResourceStore store;

    ReferralReplies(
            InboxQueue inbox,
            Hl7v2ReferralReader reader,
            PartnerDirectory partners,
            ReferralReply reply,
            ResourceStore store) {
        this.store = store;
        this.inbox = inbox;
        this.reader = reader;
        this.partners = partners;
        this.reply = reply;
    }

    /** @param at when the referral came into the state: with it and the control id, retries are byte for byte the same */
    String write(String controlId, Instant at, ReferralRecord referral, Task task, BusinessStatus told) {
        Optional<InboundMessage> original = original(referral);
        OffsetDateTime changedAt = at.atOffset(ZoneOffset.UTC);
        ReferralStatusNotice notice = new ReferralStatusNotice(
                envelope(controlId, changedAt, referral, original),
                referral.replyTo().getOrDefault("controlId", ""),
                referral(referral, task, original),
                told.rf1(),
                told.rf1() == BusinessStatus.Rf1.R
                        ? task.getStatusReason().getCodingFirstRep().getCode()
                        : null,
                changedAt,
                // 42 CFR 2.32: what is told on a consent carries the notice.
                told.rf1() == BusinessStatus.Rf1.A ? Part2Notice.shortText() : null);
        boolean ordered = original.map(InboundMessage::messageType)
                .flatMap(MessageType::ofCode)
                .filter(MessageType.OMG::equals)
                .isPresent();
        return ordered ? reply.printOrderStatus(notice, told) : reply.print(notice);
    }

    /** Who tells whom of which referral. */
    record Context(ReferralStatusNotice.Envelope envelope, ReferralStatusNotice.Referral referral) {}

    Context context(String controlId, Instant at, ReferralRecord referral, Task task) {
        Optional<InboundMessage> original = original(referral);
        return new Context(
                envelope(controlId, at.atOffset(ZoneOffset.UTC), referral, original),
                referral(referral, task, original));
    }

    /** SIU about an intake appointment; the same bytes on every retry. */
    String writeAppointment(
            String controlId, Instant at, ReferralRecord referral, String event, Appointment appointment) {
        Task task = store.read(Task.class, referral.ids().task()).orElseThrow();
        Context context = context(controlId, at, referral, task);
        return new AppointmentPrinter()
                .print(new AppointmentNotice(
                        context.envelope(),
                        event,
                        context.referral(),
                        appointment.getIdElement().getIdPart(),
                        time(appointment.getStart()),
                        time(appointment.getEnd()),
                        Part2Notice.shortText()));
    }

    static @Nullable OffsetDateTime time(@Nullable Date date) {
        return date == null ? null : date.toInstant().atOffset(ZoneOffset.UTC);
    }

    private ReferralStatusNotice.Envelope envelope(
            String controlId, OffsetDateTime at, ReferralRecord referral, Optional<InboundMessage> original) {
        Partner requester = partners.byId(referral.requester()).orElseThrow();
        Optional<Er7Segment> header =
                original.flatMap(message -> Er7Message.parse(message.body())).map(Er7Message::msh);
        return new ReferralStatusNotice.Envelope(
                header.map(msh -> new MllpSender(msh.value(5), msh.value(6))).orElse(US),
                to(requester),
                controlId,
                header.filter(msh -> msh.value(11).equals("P")).isEmpty() && header.isPresent(),
                at);
    }

    private ReferralStatusNotice.Referral referral(
            ReferralRecord referral, Task task, Optional<InboundMessage> original) {
        Partner requester = partners.byId(referral.requester()).orElseThrow();
        return new ReferralStatusNotice.Referral(
                placer(task, referral),
                referral.ids().task(),
                requester,
                partners.byId(referral.owner()).orElse(requester),
                original.flatMap(this::patient).orElseGet(Patient::new));
    }

    private Optional<InboundMessage> original(ReferralRecord referral) {
        return Optional.ofNullable(referral.replyTo().get("inboxId"))
                .flatMap(id -> inbox.load(Long.parseLong(id)))
                .map(StoredMessage::message)
                .filter(message -> reader.reads(message.dialect()));
    }

    private static MllpSender to(Partner requester) {
        MllpSender sender = requester.mllpSender();
        return sender == null ? new MllpSender("", requester.id()) : sender;
    }

    private static Identifier placer(Task task, ReferralRecord referral) {
        return new ReferralTask(task).placer().orElseGet(() -> new Identifier().setValue(referral.placer()));
    }

    /** As the requester gave it. */
    private Optional<Patient> patient(InboundMessage message) {
        return reader.read(message) instanceof ReadReferral.Usable usable
                ? usable.message().resources().getEntry().stream()
                        .map(entry -> entry.getResource())
                        .filter(Patient.class::isInstance)
                        .map(Patient.class::cast)
                        .findFirst()
                : Optional.empty();
    }
}
