package org.warmhandoff.server.court;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.court.CourtCase;
import org.warmhandoff.routes.court.CourtFiling;
import org.warmhandoff.routes.court.CourtMessageType;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerKind;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryListener;
import org.warmhandoff.server.delivery.DeliveryOrder;
import org.warmhandoff.server.delivery.DeliveryQueue;
import org.warmhandoff.server.referral.ReferralListener;
import org.warmhandoff.server.referral.ReferralMove;
import org.warmhandoff.server.referral.ReferralRecord;

/** Orders the package that a step of a court-ordered referral makes due, and those that staff ask for. */
@Component
class CourtNotices implements ReferralListener, DeliveryListener {

    static final String KIND = "court-package";
    static final String FILING = "court-filing";
    static final String TYPE = "type";

    private static final String ROI = CourtMessageType.ROI_REVOKED_OR_EXPIRED.code();
    private static final String DISPOSITION = Canonical.codeSystem("discharge-disposition");

    private final DeliveryQueue deliveries;
    private final PartnerDirectory partners;
    private final CourtCases cases;
    private final Clock clock;

    CourtNotices(DeliveryQueue deliveries, PartnerDirectory partners, CourtCases cases, Clock clock) {
        this.deliveries = deliveries;
        this.partners = partners;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void moved(ReferralMove move) {
        CourtMessageType type = due(move);
        Optional<CourtCase> courtCase = CourtCase.of(move.request());
        Optional<Partner> court = courtCase.flatMap(found -> court(found, move.referral()));
        court.ifPresent(found -> note(move, courtCase.get(), found));
        if (type != null && court.isPresent()) {
            order(court.get(), move.referral(), type, outcome(move.to()), move.key());
            if (court.get().files().filings() && CourtFiling.files(type)) {
                enqueue(FILING, court.get(), move.referral(), Map.of(TYPE, type.code()), type, move.key());
            }
        }
    }

    /** Something has reached the court: it has to hear when the consent behind it ends. */
    @Override
    public void delivered(Delivery delivery, String evidence) {
        boolean ofCourt = delivery.kind().equals(KIND) || delivery.kind().equals(FILING);
        if (ofCourt
                && delivery.taskId() != null
                && !ROI.equals(delivery.payload().get(TYPE))) {
            cases.told(delivery.taskId(), clock.instant());
        }
    }

    private void note(ReferralMove move, CourtCase courtCase, Partner court) {
        LocalDate admitted =
                move.to() == BusinessStatus.ADMITTED ? LocalDate.now(clock.withZone(ZoneId.systemDefault())) : null;
        cases.note(move.referral().ids().task(), court.id(), courtCase.hearing(), admitted);
    }

    /**
     * Orders a package.
     *
     * @param details what goes with the type, such as the start of the reporting period; codes and dates only
     * @param occasion names what it is ordered for: a second order for it is the first one
     * @return the id of the delivery
     */
    long order(
            Partner court,
            ReferralRecord referral,
            CourtMessageType type,
            Map<String, String> details,
            String occasion) {
        Map<String, String> payload = new HashMap<>(details);
        payload.put(TYPE, type.code());
        return enqueue(KIND, court, referral, payload, type, occasion);
    }

    private long enqueue(
            String kind,
            Partner court,
            ReferralRecord referral,
            Map<String, String> payload,
            CourtMessageType type,
            String occasion) {
        return deliveries.enqueue(new DeliveryOrder(
                court.id(),
                referral.ids().task(),
                kind,
                referral.ids().task(),
                payload,
                kind + "/" + type.code() + "/" + occasion));
    }

    /** The court of the case, else the one that sent the referral. */
    Optional<Partner> court(CourtCase courtCase, ReferralRecord referral) {
        return Optional.ofNullable(courtCase.court())
                .flatMap(partners::byId)
                .or(() -> partners.byId(referral.requester()))
                .filter(partner -> partner.kind() == PartnerKind.COURT && partner.endpoint() != null);
    }

    private static @Nullable CourtMessageType due(ReferralMove move) {
        return switch (move.to()) {
            case DELIVERED, DECLINED, CANCELLED, EXPIRED -> CourtMessageType.REFERRAL_ACK;
            case INTAKE_MISSED -> CourtMessageType.INTAKE_NO_SHOW;
            case ADMITTED -> CourtMessageType.ENROLMENT_NOTICE;
            case CLOSED_COMPLETED -> CourtMessageType.COMPLETION_CERTIFICATE;
            case CLOSED_TRANSFERRED -> CourtMessageType.TRANSFER;
            case CLOSED_LEFT ->
                deceased(move.task()) ? CourtMessageType.DEATH : CourtMessageType.UNSUCCESSFUL_DISCHARGE;
            default -> null;
        };
    }

    static boolean deceased(Task task) {
        return task.getStatusReason().hasCoding(DISPOSITION, "deceased");
    }

    /** What a receipt says beyond that the referral came. */
    private static Map<String, String> outcome(BusinessStatus state) {
        return switch (state) {
            case DECLINED, CANCELLED, EXPIRED -> Map.of(ReportDetails.OUTCOME, state.code());
            default -> Map.of();
        };
    }
}
