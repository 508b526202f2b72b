package org.warmhandoff.server.court;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.court.CourtMessageType;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.changes.ChangeHandler;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * The consent on which a court was informed is revoked or has run out: the court hears that nothing more comes, and
 * nothing else. A court that was never informed on it hears nothing, for it need not know that there was one.
 */
@Component
class CourtAuthority implements ChangeHandler {

    private final ResourceStore store;
    private final ReferralRegister register;
    private final PartnerDirectory partners;
    private final CourtPermits permits;
    private final CourtCases cases;
    private final CourtNotices notices;

    CourtAuthority(
            ResourceStore store,
            ReferralRegister register,
            PartnerDirectory partners,
            CourtPermits permits,
            CourtCases cases,
            CourtNotices notices) {
        this.store = store;
        this.register = register;
        this.partners = partners;
        this.permits = permits;
        this.cases = cases;
        this.notices = notices;
    }

    @Override
    public Set<String> types() {
        return Set.of("Consent");
    }

    @Override
    public void changed(String type, String id) {
        Optional<String> patient = store.read(Consent.class, id)
                .map(consent -> consent.getPatient().getReferenceElement().getIdPart());
        if (patient.isPresent()) {
            register.byPatient(patient.get())
                    .forEach(referral -> review(referral.ids().task()));
        } else {
            // Deleted: whose it was is known only by what it was used for.
            cases.informedOn(id).forEach(this::review);
        }
    }

    /** In the caller's transaction. */
    void review(String task) {
        Optional<CourtCases.Case> found = cases.find(task).filter(known -> known.authority() != null);
        Optional<ReferralRecord> referral = register.byTask(task);
        if (found.isEmpty() || referral.isEmpty()) {
            return;
        }
        Optional<Consent> inForce =
                partners.byId(found.get().court()).flatMap(court -> permits.inForce(referral.get(), court));
        if (inForce.isPresent()) {
            permits.informs(referral.get(), inForce.get());
        } else {
            ended(found.get(), referral.get());
        }
    }

    private void ended(CourtCases.Case found, ReferralRecord referral) {
        Optional<Partner> court = partners.byId(found.court());
        String consent = String.valueOf(found.authority());
        // Once a referral is closed nothing would follow anyhow.
        if (found.told() && court.isPresent() && !referral.state().terminal()) {
            notices.order(
                    court.get(),
                    referral,
                    CourtMessageType.ROI_REVOKED_OR_EXPIRED,
                    Map.of(ReportDetails.CONSENT, consent),
                    found.task() + "/" + consent + "/" + found.toldAt());
        }
        cases.ended(found.task());
    }
}
