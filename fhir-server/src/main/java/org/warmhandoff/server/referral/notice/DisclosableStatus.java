package org.warmhandoff.server.referral.notice;

import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.BusinessStatus.Rf1;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.outgoing.Disclosure;
import org.warmhandoff.server.outgoing.Disclosures;
import org.warmhandoff.server.part2.Decision;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.storage.Locks;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * What the requester may be told: without a consent that names it, nothing that says or implies that the patient is in
 * treatment, so an accepted referral stays pending (42 CFR 2.13(c); 2.31).
 */
@Component
class DisclosableStatus {

    private final Disclosures disclosures;
    private final ReferralRegister register;
    private final PartnerDirectory partners;
    private final ResourceStore store;
    private final StaffTasks staffTasks;
    private final Locks locks;
    private final TransactionTemplate transaction;

    DisclosableStatus(
            Disclosures disclosures,
            ReferralRegister register,
            PartnerDirectory partners,
            ResourceStore store,
            StaffTasks staffTasks,
            Locks locks,
            TransactionTemplate transaction) {
        this.disclosures = disclosures;
        this.register = register;
        this.partners = partners;
        this.store = store;
        this.staffTasks = staffTasks;
        this.locks = locks;
        this.transaction = transaction;
    }

    /**
     * What may be told, and how.
     *
     * @param task the whole, of which no more may be told than {@code status} and what the disclosure shows
     */
    record Told(BusinessStatus status, Task task, Disclosure disclosure) {

        /** Whether the requester may hear nothing at all. */
        boolean hidden() {
            return disclosure.ask(task) instanceof Decision.Deny;
        }
    }

    /** The state to tell; noted, so that a consent that comes later knows what was kept back. */
    Told of(Delivery delivery, Partner requester, ReferralRecord referral, BusinessStatus state) {
        return Objects.requireNonNull(transaction.execute(status -> {
            // A consent that comes meanwhile is seen here, or sees here what was kept back.
            locks.hold(List.of(lockName(referral)));
            Disclosure disclosure = disclosures.of(delivery, requester);
            Task record = record(referral);
            boolean tells = StatusRecord.tells(disclosure.ask(record));
            disclosure.show(record);
            boolean open = open(tells, state);
            if (!open) {
                staffTasks.obtainConsent(referral, referral.requester());
            }
            register.withheld(referral.ids().task(), !open);
            return new Told(open ? state : BusinessStatus.DELIVERED, record, disclosure);
        }));
    }

    /** Whether a disclosure to the requester may tell that state; the record is shown in it, and nothing is noted. */
    boolean open(Disclosure disclosure, ReferralRecord referral, BusinessStatus state) {
        Task record = record(referral);
        Decision decision = disclosure.ask(record);
        return !disclosure.show(record).isEmpty() && open(StatusRecord.tells(decision), state);
    }

    /** Whether the requester may know that the patient is in treatment, by what is on file now. */
    boolean mayHear(ReferralRecord referral) {
        return partners.byId(referral.requester())
                .map(requester ->
                        disclosures.of(requester, "referral/" + referral.ids().task()))
                .filter(disclosure -> StatusRecord.tells(disclosure.ask(record(referral))))
                .isPresent();
    }

    /** Pending says no more than the requester knows, and rejected that nobody is treated. */
    private static boolean open(boolean tells, BusinessStatus state) {
        return tells || state.rf1() != Rf1.A;
    }

    private Task record(ReferralRecord referral) {
        return StatusRecord.of(
                store.read(Task.class, referral.ids().task()).orElseThrow(),
                partners.byId(referral.owner()).orElse(null));
    }

    static String lockName(ReferralRecord referral) {
        return "told:" + referral.ids().task();
    }
}
