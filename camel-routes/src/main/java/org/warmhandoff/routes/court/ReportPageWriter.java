package org.warmhandoff.routes.court;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.warmhandoff.routes.notice.RedisclosureNotice;

/** Puts a report on the page, in words for a judge and a court coordinator. */
final class ReportPageWriter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMM d, uuuu, HH:mm 'UTC'", Locale.US).withZone(ZoneOffset.UTC);

    private final ReportPage page = ReportPage.load();
    private final CourtReport report;

    private ReportPageWriter(CourtReport report) {
        this.report = report;
    }

    static Document write(CourtReport report) {
        ReportPageWriter writer = new ReportPageWriter(report);
        writer.frame();
        writer.facts();
        writer.statements();
        writer.compliance();
        writer.attendance();
        writer.drugTests();
        return writer.page.document();
    }

    private void frame() {
        ReportedCase courtCase = report.courtCase();
        page.text("document-title", report.type().title() + ", docket " + courtCase.docket());
        page.text("footer-notice", RedisclosureNotice.shortText());
        page.text("footer-id", "Message " + report.messageId());
        page.text("court-name", courtCase.courtName());
        page.text("title", report.type().title());
        page.text("notice", report.notice());
        page.text("authority", report.scope());
    }

    private void facts() {
        ReportContent content = report.content();
        ReportingPeriod period = content.period();
        page.text("docket", report.courtCase().docket());
        page.textOrNothing("participant", report.participant().courtId());
        page.textOrNothing("birth-date", day(report.participant().birthDate()));
        page.textOrNothing("period", period == null ? null : day(period.start()) + " to " + day(period.end()));
        page.textOrNothing("enrolled", day(content.enrolledOn()));
        page.textOrNothing("level", level(content.level()));
        page.textOrNothing("phase", content.phase());
        page.text("created", MOMENT.format(report.createdAt()));
    }

    private void statements() {
        if (report.type() != CourtMessageType.REFERRAL_ACK) {
            page.remove("receipt-part");
        }
        ReferralOutcome outcome = report.content().outcome();
        if (outcome != null) {
            page.text("receipt", outcome.sentence());
        }
        if (report.type() != CourtMessageType.ROI_REVOKED_OR_EXPIRED) {
            page.remove("ended-part");
        }
        Recommendation recommendation = report.content().conclusion().recommendation();
        page.textOrNothing("recommendation", recommendation == null ? null : recommendation.display());
    }

    private void compliance() {
        Compliance compliance = report.content().conclusion().compliance();
        page.textOrNothing(
                "compliance", compliance == null ? null : compliance.rating().display());
        if (compliance != null) {
            page.addClass("compliance", "rating-" + compliance.rating().code());
            page.text(
                    "reasons",
                    compliance.reasons().stream()
                            .map(Compliance.Reason::display)
                            .collect(joining("; ")));
        }
    }

    private void attendance() {
        AttendanceSummary attendance = report.content().attendance();
        if (attendance == null) {
            page.remove("attendance-part");
            return;
        }
        page.text("scheduled", String.valueOf(attendance.scheduled()));
        page.text("attended", String.valueOf(attendance.attended()));
        page.text("late", String.valueOf(attendance.late()));
        page.text("excused", String.valueOf(attendance.excused()));
        page.text("unexcused", String.valueOf(attendance.unexcused()));
        page.text("hours", attendance.hours().toPlainString());
    }

    private void drugTests() {
        List<DrugTest> tests = report.content().drugTests();
        if (tests.isEmpty()) {
            page.remove("drug-tests-part");
        }
        for (DrugTest test : tests) {
            String expected = test.result().withoutResult() ? "–" : test.expected() ? "yes" : "no";
            page.row(
                    "drug-tests", List.of(DAY.format(test.date()), test.result().code(), expected));
        }
    }

    private static @Nullable String day(@Nullable LocalDate date) {
        return date == null ? null : DAY.format(date);
    }

    private static @Nullable String level(@Nullable LevelOfCare level) {
        if (level == null) {
            return null;
        }
        String edition = level.edition();
        return "ASAM " + level.code() + (edition == null ? "" : " (edition " + edition + ")");
    }
}
