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
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.hl7v2.Er7Segment;
import org.warmhandoff.routes.hl7v2.MessageType;
import org.warmhandoff.routes.hl7v2.referral.AppointmentNotice;
import org.warmhandoff.routes.hl7v2.referral.AppointmentPrinter;
import org.warmhandoff.routes.hl7v2.referral.ReferralReply;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice;
import org.warmhandoff.routes.partner.MllpSender;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.state.ReferralTask;

/**
 * Writes RRI^I12 for a requester, or OSU^O51 where the referral came as an order, from the very message that brought it.
 */
@Component
class ReferralReplies {

    private static final MllpSender US = new MllpSender("WARMHANDOFF", "HUB");

    private final OriginalMessages originals;
    private final PartnerDirectory partners;
    private final ReferralReply reply;

    ReferralReplies(OriginalMessages originals, PartnerDirectory partners, ReferralReply reply) {
        this.originals = originals;
        this.partners = partners;
        this.reply = reply;
    }

    /** @param at when the referral came into the state: with it and the control id, retries are byte for byte the same */
    String write(String controlId, Instant at, ReferralRecord referral, DisclosableStatus.Told what) {
        Task task = what.task();
        BusinessStatus told = what.status();
        Optional<Er7Message> original = originals.er7(referral);
        OffsetDateTime changedAt = at.atOffset(ZoneOffset.UTC);
        ReferralStatusNotice notice = new ReferralStatusNotice(
                envelope(controlId, changedAt, referral, original),
                original.map(Er7Message::controlId)
                        .orElseGet(() -> referral.replyTo().getOrDefault("controlId", "")),
                referral(referral, task),
                told.rf1(),
                told.rf1() == BusinessStatus.Rf1.R
                        ? task.getStatusReason().getCodingFirstRep().getCode()
                        : null,
                changedAt,
                what.disclosure().carriage());
        boolean ordered = original.flatMap(MessageType::of)
                .filter(MessageType.OMG::equals)
                .isPresent();
        return ordered ? reply.printOrderStatus(notice, told) : reply.print(notice);
    }

    /** Who tells whom of which referral. */
    record Context(ReferralStatusNotice.Envelope envelope, ReferralStatusNotice.Referral referral) {}

    Context context(ConsentedNotice.Told told, Instant at) {
        ReferralRecord referral = told.referral();
        return new Context(
                envelope(told.controlId(), at.atOffset(ZoneOffset.UTC), referral, originals.er7(referral)),
                referral(referral, told.task()));
    }

    /** SIU about an intake appointment; the same bytes on every retry. */
    String writeAppointment(ConsentedNotice.Told told, Instant at, String event, Appointment appointment) {
        Context context = context(told, at);
        return new AppointmentPrinter()
                .print(new AppointmentNotice(
                        context.envelope(),
                        event,
                        context.referral(),
                        appointment.getIdElement().getIdPart(),
                        time(appointment.getStart()),
                        time(appointment.getEnd()),
                        told.disclosure().carriage()));
    }

    static @Nullable OffsetDateTime time(@Nullable Date date) {
        return date == null ? null : date.toInstant().atOffset(ZoneOffset.UTC);
    }

    private ReferralStatusNotice.Envelope envelope(
            String controlId, OffsetDateTime at, ReferralRecord referral, Optional<Er7Message> original) {
        Partner requester = partners.byId(referral.requester()).orElseThrow();
        Optional<Er7Segment> header = original.map(Er7Message::msh);
        return new ReferralStatusNotice.Envelope(
                header.map(msh -> new MllpSender(msh.value(5), msh.value(6))).orElse(US),
                to(requester, header),
                controlId,
                header.filter(msh -> msh.value(11).equals("P")).isEmpty() && header.isPresent(),
                at);
    }

    private ReferralStatusNotice.Referral referral(ReferralRecord referral, Task task) {
        Partner requester = partners.byId(referral.requester()).orElseThrow();
        return new ReferralStatusNotice.Referral(
                placer(task, referral),
                referral.ids().task(),
                requester,
                partners.byId(referral.owner()).orElse(requester),
                originals.patient(referral).orElseGet(Patient::new));
    }

    /** Who sends no HL7 v2 by itself is named as its message named it. */
    private static MllpSender to(Partner requester, Optional<Er7Segment> header) {
        MllpSender sender = requester.mllpSender();
        if (sender != null) {
            return sender;
        }
        return header.map(msh -> new MllpSender(msh.value(3), msh.value(4)))
                .filter(named ->
                        !named.facility().isEmpty() || !named.application().isEmpty())
                .orElseGet(() -> new MllpSender("", requester.id()));
    }

    private static Identifier placer(Task task, ReferralRecord referral) {
        return new ReferralTask(task).placer().orElseGet(() -> new Identifier().setValue(referral.placer()));
    }
}
