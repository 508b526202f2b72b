package org.warmhandoff.server.court;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Consent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.court.CourtMessageType;
import org.warmhandoff.routes.court.CourtReport;
import org.warmhandoff.routes.court.CourtReportBuilder;
import org.warmhandoff.routes.court.CourtReportRequest;
import org.warmhandoff.routes.court.DisclosureAuthority;
import org.warmhandoff.routes.court.Recommendation;
import org.warmhandoff.routes.court.ReferralOutcome;
import org.warmhandoff.routes.court.ReportingPeriod;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryRenderer;
import org.warmhandoff.server.delivery.MessageIds;
import org.warmhandoff.server.delivery.Rendering;
import org.warmhandoff.server.disclosure.Way;
import org.warmhandoff.server.outgoing.Disclosure;
import org.warmhandoff.server.outgoing.Disclosures;
import org.warmhandoff.server.part2.Decision;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.referral.notice.StaffTasks;

/** Makes a court package when it leaves, if the patient's consent lets that court have it (42 CFR 2.35); else it is held. */
@Component
class CourtPackageRenderer implements DeliveryRenderer {

    private final ReferralRegister register;
    private final PartnerDirectory partners;
    private final Disclosures disclosures;
    private final StaffTasks staffTasks;
    private final CourtReportSources sources;
    private final CourtPermits permits;
    private final CourtFiles files;

    CourtPackageRenderer(
            ReferralRegister register,
            PartnerDirectory partners,
            Disclosures disclosures,
            StaffTasks staffTasks,
            CourtReportSources sources,
            CourtPermits permits,
            CourtFiles files) {
        this.register = register;
        this.partners = partners;
        this.disclosures = disclosures;
        this.staffTasks = staffTasks;
        this.sources = sources;
        this.permits = permits;
        this.files = files;
    }

    @Override
    public boolean renders(String kind) {
        return kind.equals(CourtNotices.KIND) || kind.equals(CourtNotices.FILING);
    }

    @Override
    public Rendering render(Delivery delivery) {
        Optional<ReferralRecord> referral =
                Optional.ofNullable(delivery.taskId()).flatMap(register::byTask);
        Optional<Partner> court = partners.byId(delivery.partnerId());
        Optional<CourtMessageType> type =
                CourtMessageType.ofCode(delivery.payload().getOrDefault(CourtNotices.TYPE, ""));
        if (referral.isEmpty() || court.isEmpty() || type.isEmpty()) {
            return new Rendering.Unrenderable("unknown");
        }
        return type.get() == CourtMessageType.ROI_REVOKED_OR_EXPIRED
                ? ended(delivery, referral.get(), court.get())
                : onConsent(delivery, referral.get(), court.get(), type.get());
    }

    private Rendering onConsent(Delivery delivery, ReferralRecord referral, Partner court, CourtMessageType type) {
        Disclosure disclosure = disclosures.of(delivery, court, Way.COURT_PACKAGE);
        Optional<Consent> consent = permits.consent(disclosure, referral, MessageIds.of(delivery), type);
        if (consent.isEmpty()) {
            staffTasks.obtainConsent(referral, court.id());
            return disclosure.withheld("consent");
        }
        permits.informs(referral, consent.get());
        CourtReport report = builder()
                .build(
                        request(delivery, court, type, permits.authority(consent.get(), court)),
                        sources.of(referral, record -> !(disclosure.ask(record) instanceof Decision.Deny)));
        OutboundMessage message = files.of(report, court, delivery.kind());
        permits.show(disclosure, referral, type, message);
        return disclosure.rendered(message);
    }

    /** That a consent ended is said without one, and is nothing about treatment; if there is one again, it would be wrong. */
    private Rendering ended(Delivery delivery, ReferralRecord referral, Partner court) {
        CourtMessageType type = CourtMessageType.ROI_REVOKED_OR_EXPIRED;
        if (permits.inForce(referral, court).isPresent()) {
            return new Rendering.Withheld("consent-renewed");
        }
        String consent = delivery.payload().getOrDefault(ReportDetails.CONSENT, "");
        CourtReport report =
                builder().build(request(delivery, court, type, permits.formerAuthority(consent)), sources.of(referral));
        return Rendering.Rendered.aboutNobody(files.of(report, court, delivery.kind()));
    }

    private static CourtReportBuilder builder() {
        return new CourtReportBuilder(ZoneId.systemDefault());
    }

    private CourtReportRequest request(
            Delivery delivery, Partner court, CourtMessageType type, DisclosureAuthority authority) {
        Map<String, String> details = delivery.payload();
        return new CourtReportRequest(
                UUID.fromString(MessageIds.of(delivery)),
                type,
                court,
                authority,
                delivery.createdAt(),
                period(details),
                new CourtReportRequest.Statement(
                        details.get(ReportDetails.PHASE),
                        recommendation(details.get(ReportDetails.RECOMMENDATION)),
                        outcome(details.get(ReportDetails.OUTCOME))));
    }

    private static @Nullable ReportingPeriod period(Map<String, String> details) {
        String start = details.get(ReportDetails.START);
        String end = details.get(ReportDetails.END);
        return start == null || end == null ? null : new ReportingPeriod(LocalDate.parse(start), LocalDate.parse(end));
    }

    private static @Nullable Recommendation recommendation(@Nullable String code) {
        return code == null ? null : Recommendation.valueOf(ReportDetails.enumName(code));
    }

    private static @Nullable ReferralOutcome outcome(@Nullable String code) {
        return code == null ? null : ReferralOutcome.valueOf(ReportDetails.enumName(code));
    }
}
