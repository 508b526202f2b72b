package org.warmhandoff.server.court;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.court.BusinessDays;
import org.warmhandoff.routes.court.CourtMessageType;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.referral.notice.StaffTasks;

/** Progress reports: some business days before each hearing, and each week while no hearing is ahead. */
@Component
class CourtSchedule {

    private final CourtCases cases;
    private final ReferralRegister register;
    private final PartnerDirectory partners;
    private final CourtNotices notices;
    private final StaffTasks staffTasks;
    private final CourtProperties properties;
    private final Clock clock;

    CourtSchedule(
            CourtCases cases,
            ReferralRegister register,
            PartnerDirectory partners,
            CourtNotices notices,
            StaffTasks staffTasks,
            CourtProperties properties,
            Clock clock) {
        this.cases = cases;
        this.register = register;
        this.partners = partners;
        this.notices = notices;
        this.staffTasks = staffTasks;
        this.properties = properties;
        this.clock = clock;
    }

    /** Cases that may need a report now. */
    List<CourtCases.Case> due() {
        // Five business days are a week at most, and a weekend at each end.
        return cases.awaitingReport(today(), today().plusDays(2L * properties.prepareBefore() + 4), monday());
    }

    /** Orders it if so; in the caller's transaction. */
    void report(CourtCases.Case found) {
        Partner court = partners.byId(found.court()).orElse(null);
        ReferralRecord referral = register.byTask(found.task()).orElse(null);
        LocalDate admitted = found.admittedOn();
        if (court == null || referral == null || admitted == null) {
            return;
        }
        LocalDate hearing = found.hearing();
        if (hearing != null && !hearing.isBefore(today())) {
            beforeHearing(court, referral, hearing);
        } else if (properties.weekly()) {
            lastWeek(court, referral, admitted);
        }
    }

    private void beforeHearing(Partner court, ReferralRecord referral, LocalDate hearing) {
        String task = referral.ids().task();
        if (!today().isBefore(BusinessDays.before(hearing, properties.prepareBefore()))) {
            staffTasks.raise("produce-court-report", task + ":" + hearing, StaffTasks.of(referral));
        }
        if (!today().isBefore(BusinessDays.before(hearing, properties.reportBefore()))) {
            // Since enrolment: a judge sees the whole of it, and no day is lost between two reports.
            notices.order(court, referral, CourtMessageType.PROGRESS_REPORT, Map.of(), task + "/hearing/" + hearing);
            cases.hearingDone(task, hearing);
        }
    }

    private void lastWeek(Partner court, ReferralRecord referral, LocalDate admitted) {
        LocalDate sunday = monday().minusDays(1);
        LocalDate start = monday().minusWeeks(1);
        String task = referral.ids().task();
        if (!admitted.isAfter(sunday)) {
            Map<String, String> period = Map.of(
                    ReportDetails.START, (admitted.isAfter(start) ? admitted : start).toString(),
                    ReportDetails.END, sunday.toString());
            notices.order(court, referral, CourtMessageType.PROGRESS_REPORT, period, task + "/week/" + start);
        }
        cases.weekDone(task, monday());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.systemDefault()));
    }

    private LocalDate monday() {
        return today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
