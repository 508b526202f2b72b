package org.warmhandoff.server.court;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.court.CourtMessageType;
import org.warmhandoff.routes.court.CourtOccurrence;
import org.warmhandoff.routes.court.CourtOccurrences;
import org.warmhandoff.routes.court.CourtReportSource;
import org.warmhandoff.routes.court.LevelOfCare;
import org.warmhandoff.routes.court.ReportingPeriod;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;

/** Looks through a participant's records for what the court has to hear of, and orders each message once. */
@Component
class CourtLook {

    /** Older news goes with the next report. A laboratory may take a week. */
    private static final int DAYS_BACK = 14;

    private final ReferralRegister register;
    private final PartnerDirectory partners;
    private final CourtReportSources sources;
    private final CourtCases cases;
    private final CourtNotices notices;
    private final CourtProperties properties;
    private final Clock clock;

    CourtLook(
            ReferralRegister register,
            PartnerDirectory partners,
            CourtReportSources sources,
            CourtCases cases,
            CourtNotices notices,
            CourtProperties properties,
            Clock clock) {
        this.register = register;
        this.partners = partners;
        this.sources = sources;
        this.cases = cases;
        this.notices = notices;
        this.properties = properties;
        this.clock = clock;
    }

    /** Joins the caller's transaction. */
    void at(String task) {
        Optional<CourtCases.Case> found = cases.find(task);
        Optional<Partner> court = found.flatMap(known -> partners.byId(known.court()));
        Optional<ReferralRecord> referral = register.byTask(task);
        LocalDate admitted = found.map(CourtCases.Case::admittedOn).orElse(null);
        if (court.isEmpty() || referral.isEmpty() || admitted == null) {
            return;
        }
        CourtReportSource source = sources.of(referral.get());
        occurrences(court.get(), referral.get(), source, admitted);
        level(found.get(), court.get(), referral.get(), source);
    }

    private void occurrences(Partner court, ReferralRecord referral, CourtReportSource source, LocalDate admitted) {
        ZoneId zone = ZoneId.systemDefault();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        LocalDate back = today.minusDays(DAYS_BACK);
        LocalDate start = admitted.isAfter(back) ? admitted : back;
        if (start.isAfter(today)) {
            return;
        }
        for (CourtOccurrence occurrence :
                new CourtOccurrences(zone, properties.missedSessions()).of(source, new ReportingPeriod(start, today))) {
            Map<String, String> details = details(occurrence, admitted);
            notices.order(
                    court, referral, occurrence.type(), details, referral.ids().task() + "/" + occurrence.occasion());
        }
    }

    private static Map<String, String> details(CourtOccurrence occurrence, LocalDate admitted) {
        ReportingPeriod period = CourtOccurrences.period(occurrence);
        LocalDate start = period.start().isBefore(admitted) ? admitted : period.start();
        Map<String, String> details = new HashMap<>();
        details.put(ReportDetails.START, start.toString());
        details.put(ReportDetails.END, period.end().toString());
        return details;
    }

    /** The level at enrolment is in the notice of enrolment. */
    private void level(CourtCases.Case known, Partner court, ReferralRecord referral, CourtReportSource source) {
        EpisodeOfCare episode = source.episode();
        String level = Optional.ofNullable(episode)
                .flatMap(LevelOfCare::of)
                .map(found -> found.edition() == null ? found.code() : found.code() + "@" + found.edition())
                .orElse(null);
        if (episode == null || level == null || level.equals(known.level())) {
            return;
        }
        cases.level(known.task(), level);
        if (known.level() != null) {
            String occasion = "level/" + episode.getIdElement().getIdPart() + "/"
                    + episode.getMeta().getVersionId();
            notices.order(
                    court, referral, CourtMessageType.LEVEL_OF_CARE_CHANGE, Map.of(), known.task() + "/" + occasion);
        }
    }
}
