package org.warmhandoff.server.sandbox;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A court orders treatment and hears of it by SFTP, as far as the signed release goes. */
final class CourtChapter {

    private static final String SFTP = "SFTP zip";
    private static final String HTTP = "FHIR REST";
    private static final Pattern ATTENDED = Pattern.compile("attended=\"(\\d+)\"");

    private final Cast cast;
    private final Referral casey;

    CourtChapter(Cast cast, Referral casey) {
        this.cast = cast;
        this.casey = casey;
    }

    Chapter opening() {
        return new Chapter(
                "A court orders treatment; the client signs a release that names it.",
                List.of(
                        new Hop("county-court", "sunrise", HTTP, "an order", this::order),
                        new Hop("sunrise", "hub", HTTP, "the signed release", this::release),
                        new Hop("hub", "county-court", SFTP, "referral-ack", limit -> {
                            casey.task();
                            return packaged("referral-ack", limit).evidence();
                        }),
                        new Hop("sunrise", "hub", HTTP, "takes the client in", limit -> {
                            return IntakeDesk.takeIn(cast.staff(), casey, limit);
                        }),
                        new Hop("hub", "county-court", SFTP, "enrolment-notice", limit -> {
                            casey.episode();
                            return packaged("enrolment-notice", limit).evidence();
                        })));
    }

    Chapter reporting() {
        return new Chapter(
                "The court hears of attendance and drug tests, and of nothing else.",
                List.of(
                        new Hop("sunrise", "hub", HTTP, "a drug test", this::drugTest),
                        new Hop("hub", "county-court", SFTP, "progress-report", this::report)));
    }

    private Evidence order(Deadline limit) throws Exception {
        Reply reply = cast.callers()
                .court()
                .post("", casey.template("court-order.json").text(), limit)
                .expect(200);
        casey.sent("HTTP " + reply.status());
        return cast.staff().finds(casey, "delivered", limit);
    }

    private Evidence release(Deadline limit) throws Exception {
        String body = casey.known("consent-court.json").text();
        String consent = cast.staff().wire().create("Consent", body, limit).reference();
        return new Evidence(
                "criminal-justice-2.35, " + IopStaff.brief(consent), consent + " lets Sunrise tell county-court");
    }

    private Evidence drugTest(Deadline limit) throws Exception {
        casey.episode();
        Reply reply = cast.staff().transaction(casey.known("drug-test.json").text(), limit);
        return Evidence.of("negative, " + IopStaff.brief(IopStaff.located(reply, 1)));
    }

    private Evidence report(Deadline limit) throws Exception {
        casey.episode();
        String call = casey.request() + "/$court-report";
        cast.staff()
                .wire()
                .post(call, "{\"resourceType\":\"Parameters\"}", limit)
                .expect(200, 201, 202);
        CourtPackage report = packaged("progress-report", limit);
        Matcher attended = ATTENDED.matcher(report.text("report.xml"));
        if (!attended.find() || attended.group(1).equals("0")) {
            throw new HopFailure("attended sessions in report.xml", "none");
        }
        if (!report.text("report.xml").contains("negative")) {
            throw new HopFailure("the negative drug test in report.xml", "no such test");
        }
        return new Evidence(
                "attended " + attended.group(1) + ", drug test negative",
                report.evidence().detail());
    }

    private CourtPackage packaged(String type, Deadline limit) throws Exception {
        return cast.court().receives(casey.docket(), type, limit).verified();
    }
}
